package io.rocketbots.onboarding.tenancy.account;

import com.google.common.base.Splitter;
import java.util.Set;
import java.util.stream.Collectors;

/** The review teams (candidate groups of the model) that a reviewer belongs to. */
public record ReviewTeams(Set<String> all) {

    public static final ReviewTeams NONE = new ReviewTeams(Set.of());

    public ReviewTeams {
        all = Set.copyOf(all);
    }

    public static ReviewTeams of(String... teams) {
        return new ReviewTeams(Set.of(teams));
    }

    /** Reads what {@link #stored()} wrote. */
    public static ReviewTeams parse(String stored) {
        return new ReviewTeams(
                Splitter.on(',').omitEmptyStrings().splitToStream(stored).collect(Collectors.toSet()));
    }

    /** The form in which they stand in one column. */
    public String stored() {
        return all.stream().sorted().collect(Collectors.joining(","));
    }

    public boolean has(String team) {
        return all.contains(team);
    }
}
