package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes cancelled Spaces for good after a while, with all they hold but their contacts, and gives their names free.
 */
@Component
public class DeleteCancelledSpaces {

    private static final Logger log = LoggerFactory.getLogger(DeleteCancelledSpaces.class);

    private final Spaces spaces;
    private final List<SpaceContent> contents;
    private final SpaceTerms terms;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeleteCancelledSpaces(
            Spaces spaces,
            List<SpaceContent> contents,
            SpaceTerms terms,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.spaces = spaces;
        this.contents = contents;
        this.terms = terms;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each Space stands for itself: what is left over by a failure is done the next time. */
    public void run() {
        Instant before = clock.instant().minus(terms.keepCancelled());
        for (Space space : spaces.findByStateAndCancelledAtBefore(SpaceState.CANCELLED, before)) {
            try {
                transaction.executeWithoutResult(status -> delete(space.id(), before));
            } catch (RuntimeException fault) {
                log.warn(
                        "Space {} could not be deleted; it is the next time.",
                        space.id().value(),
                        fault);
            }
        }
    }

    private void delete(SpaceId id, Instant before) {
        Space space = spaces.lock(id);
        Instant cancelledAt = space.cancelledAt();
        // Restored, or restored and cancelled once more, a moment ago.
        if (space.state() != SpaceState.CANCELLED || cancelledAt == null || !cancelledAt.isBefore(before)) {
            return;
        }
        contents.forEach(content -> content.deleteOf(id));
        jdbc.sql("UPDATE space SET contacts = 0 WHERE id = :id")
                .param("id", id.value())
                .update();
        spaces.save(space.delete());
    }
}
