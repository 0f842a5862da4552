package io.rocketbots.onboarding.customer.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the import of a file has come.
 *
 * @param startedBy the name of who started it
 * @param ignored the columns that a contact does not have, with commas between them
 * @param total how many contacts the file names
 * @param done how many of them were looked at
 * @param skipped how many were in the Space already
 * @param faulty how many lines had faults
 * @param refused how many the Space had no room for
 */
public record ContactImport(
        ImportId id,
        String fileName,
        String startedBy,
        Instant startedAt,
        String ignored,
        int total,
        int done,
        int added,
        int skipped,
        int faulty,
        int refused,
        @Nullable Instant finishedAt) {

    public boolean isRunning() {
        return finishedAt == null;
    }

    /** How many lines can be downloaded with the reason why they became no contacts. */
    public int errors() {
        return faulty + refused;
    }

    public int percent() {
        return total == 0 ? 100 : (int) (100L * done / total);
    }
}
