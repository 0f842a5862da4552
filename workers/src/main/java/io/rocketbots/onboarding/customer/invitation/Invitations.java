package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

/** All invitations. */
@Transactional(readOnly = true)
public interface Invitations extends ListCrudRepository<Invitation, InvitationId> {

    Optional<Invitation> findByOpenKey(String openKey);

    List<Invitation> findByPlatformIdAndState(PlatformId platform, InvitationState state);

    List<Invitation> findByPlatformIdAndStateIn(PlatformId platform, Collection<InvitationState> states);

    List<Invitation> findByResellerIdAndStateIn(ResellerId reseller, Collection<InvitationState> states);

    List<Invitation> findBySpaceIdOrderByCreatedAtDesc(SpaceId space);

    List<Invitation> findByResellerIdOrderByCreatedAtDesc(ResellerId reseller);

    long countByInvitedByAndCreatedAtAfter(AccountId by, Instant since);

    /** Ties the invitation to the process instance that runs it: the first one wins, and a second one gets false. */
    @Modifying
    @Transactional
    @Query("""
            UPDATE invitation SET process_instance_key = :key, version = version + 1
            WHERE id = :id AND (process_instance_key IS NULL OR process_instance_key = :key)
            """)
    boolean bind(@Param("id") InvitationId id, @Param("key") long processInstanceKey);

    /** The invitation with that id, which the caller knows to exist. */
    default Invitation get(InvitationId id) {
        return findById(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no invitation " + id.value() + "."));
    }

    /** The invitation that a mail is about, which exists as long as the mail. */
    default Invitation of(QueuedMail mail) {
        return get(new InvitationId(UUID.fromString(mail.id("invitationId"))));
    }
}
