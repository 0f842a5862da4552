package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.space.SpaceContent;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets who was invited into a Space and who was in it when. */
@Component
class InvitationsOfSpace implements SpaceContent {

    private static final List<String> TABLES = List.of(
            "DELETE FROM invitation_token WHERE invitation_id IN (SELECT id FROM invitation WHERE space_id = :space)",
            "DELETE FROM invitation WHERE space_id = :space",
            "DELETE FROM space_history_entry WHERE space_id = :space");

    private final JdbcClient jdbc;

    InvitationsOfSpace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void deleteOf(SpaceId space) {
        TABLES.forEach(
                statement -> jdbc.sql(statement).param("space", space.value()).update());
    }
}
