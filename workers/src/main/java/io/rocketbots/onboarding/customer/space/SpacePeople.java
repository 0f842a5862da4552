package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.SpaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets who worked in a Space; their accounts stay. */
@Component
class SpacePeople implements SpaceContent {

    private final JdbcClient jdbc;

    SpacePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void deleteOf(SpaceId space) {
        jdbc.sql("DELETE FROM space_member WHERE space_id = :space")
                .param("space", space.value())
                .update();
    }
}
