package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.link.SecretToken;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens in invitation links. Several may be good at a time, since a reminder carries one of its own; accepting,
 * revoking and sending again void all that went out before.
 */
@Component
class InvitationTokens {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random;

    InvitationTokens(JdbcClient jdbc, Clock clock, SecureRandom random) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.random = random;
    }

    /** A token that was minted once. */
    record Known(InvitationId invitation, boolean expired, boolean voided) {}

    /** Makes a token; called when the mail that carries it is written, and never stored by the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    String mint(InvitationId invitation, Instant expiresAt) {
        SecretToken token = SecretToken.make(random);
        jdbc.sql("""
                INSERT INTO invitation_token (id, invitation_id, hash, created_at, expires_at)
                VALUES (:id, :invitation, :hash, :now, :expires)
                """)
                .param("id", UUID.randomUUID())
                .param("invitation", invitation.value())
                .param("hash", token.hash())
                .param("now", Timestamp.from(clock.instant()))
                .param("expires", Timestamp.from(expiresAt))
                .update();
        return token.value();
    }

    /** Empty for one that was never minted. */
    Optional<Known> find(String token) {
        return jdbc.sql("SELECT invitation_id, expires_at, voided_at FROM invitation_token WHERE hash = :hash")
                .param("hash", new SecretToken(token).hash())
                .query((row, number) -> new Known(
                        new InvitationId(row.getObject("invitation_id", UUID.class)),
                        !clock.instant().isBefore(row.getTimestamp("expires_at").toInstant()),
                        row.getTimestamp("voided_at") != null))
                .optional();
    }

    /** No token of the invitation is good any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    void voidAll(InvitationId invitation) {
        jdbc.sql("UPDATE invitation_token SET voided_at = :now WHERE invitation_id = :id AND voided_at IS NULL")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", invitation.value())
                .update();
    }
}
