package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.kernel.id.SpaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The number of contacts that a Space holds, changed by single statements that keep its limit, whoever adds at the same
 * moment. It is always changed before rows are added, so that all who add to a Space do it one after the other.
 */
@Component
class ContactCount {

    private final JdbcClient jdbc;

    ContactCount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts that many more; false, with nothing changed, when the Space has no room for all of them or is not active. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(SpaceId space, int more) {
        return jdbc.sql("""
                UPDATE space SET contacts = contacts + :more
                WHERE id = :id AND state = 'ACTIVE' AND (contact_limit IS NULL OR contacts + :more <= contact_limit)
                """).param("more", more).param("id", space.value()).update() == 1;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(SpaceId space, int fewer) {
        jdbc.sql("UPDATE space SET contacts = contacts - :fewer WHERE id = :id")
                .param("fewer", fewer)
                .param("id", space.value())
                .update();
    }
}
