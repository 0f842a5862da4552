package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.customer.space.SpaceContent;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the imports of a Space that is deleted; its contacts are left to {@link DeleteContactsOfDeletedSpaces}. */
@Component
class ImportsOfSpace implements SpaceContent {

    private static final String ITS_IMPORTS =
            " WHERE import_id IN (SELECT id FROM contact_import WHERE space_id = :space)";

    private final JdbcClient jdbc;

    ImportsOfSpace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void deleteOf(SpaceId space) {
        List.of(
                        "DELETE FROM contact_import_part" + ITS_IMPORTS,
                        "DELETE FROM contact_import_error" + ITS_IMPORTS,
                        "DELETE FROM contact_import WHERE space_id = :space")
                .forEach(sql -> jdbc.sql(sql).param("space", space.value()).update());
    }
}
