package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

/** All applications. */
@Transactional(readOnly = true)
public interface Applications extends ListCrudRepository<Application, ApplicationId> {

    Optional<Application> findByOpenEmail(String openEmail);

    /**
     * Ties the case to the process instance that runs it: the first one wins, and a second one gets false. Counts the
     * version up, so that nobody writes back a row they read before.
     */
    @Modifying
    @Transactional
    @Query("""
            UPDATE application SET process_instance_key = :key, version = version + 1
            WHERE id = :id AND (process_instance_key IS NULL OR process_instance_key = :key)
            """)
    boolean bind(@Param("id") ApplicationId id, @Param("key") long processInstanceKey);

    /** The application with that id, which the caller knows to exist. */
    default Application get(ApplicationId id) {
        return findById(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no application " + id.value() + "."));
    }
}
