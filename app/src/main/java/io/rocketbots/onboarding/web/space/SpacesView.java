package io.rocketbots.onboarding.web.space;

import io.rocketbots.onboarding.customer.space.SpaceList;
import io.rocketbots.onboarding.customer.space.SpaceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the section shows.
 *
 * @param search what was looked for, empty for everything
 * @param searchable whether there are so many that one looks for them
 * @param page counted from 0
 * @param more whether another page follows
 * @param inTheMaking whether one of them is just being made, so that the table is worth another look
 */
public record SpacesView(
        List<Line> lines, String search, boolean searchable, int page, boolean more, boolean inTheMaking) {

    private static final int FEW = 10;

    /**
     * One Space.
     *
     * @param reason what its state means for the reader
     * @param keptUntil until when it can be restored; of no meaning unless it is cancelled
     */
    public record Line(SpaceList.Row space, String reason, Instant keptUntil) {

        static Line of(SpaceList.Row row, Duration keep) {
            Instant cancelledAt = row.cancelledAt();
            Instant until = cancelledAt == null ? Instant.EPOCH : cancelledAt.plus(keep);
            return new Line(row, reasonOf(row), until);
        }

        private static String reasonOf(SpaceList.Row row) {
            return switch (row.state()) {
                case WAITING_FOR_DOMAIN -> "Made as soon as your platform is live.";
                case REQUESTED -> "Ready in a moment.";
                case ACTIVE, DELETED -> "";
                case SUSPENDED -> "Closed for its users, all it holds is kept.";
                case CANCELLED -> "Closed.";
                case REJECTED -> row.refusal() == null ? "" : row.refusal();
            };
        }
    }

    static SpacesView of(List<SpaceList.Row> found, String search, int page, Duration keep) {
        List<Line> lines = found.stream()
                .limit(SpaceList.PAGE_SIZE)
                .map(row -> Line.of(row, keep))
                .toList();
        boolean more = found.size() > SpaceList.PAGE_SIZE;
        return new SpacesView(
                lines,
                search,
                !search.isEmpty() || page > 0 || lines.size() > FEW,
                page,
                more,
                lines.stream().anyMatch(line -> line.space().state() == SpaceState.REQUESTED));
    }
}
