package io.rocketbots.onboarding.tenancy.account;

import com.google.common.base.Splitter;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles of one account. */
public record Roles(Set<Role> all) {

    public Roles {
        all = Set.copyOf(all);
    }

    public static Roles of(Role... roles) {
        return new Roles(Set.of(roles));
    }

    /** Reads what {@link #stored()} wrote. */
    public static Roles parse(String stored) {
        return new Roles(Splitter.on(',')
                .omitEmptyStrings()
                .splitToStream(stored)
                .map(Role::valueOf)
                .collect(Collectors.toSet()));
    }

    /** The form in which they stand in one column. */
    public String stored() {
        return all.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    public boolean has(Role role) {
        return all.contains(role);
    }

    /** Whether one of them is of the team. */
    public boolean isStaff() {
        return !withoutStaff().equals(this);
    }

    Roles plus(Role role) {
        return plus(of(role));
    }

    Roles plus(Roles more) {
        return new Roles(Stream.concat(all.stream(), more.all.stream()).collect(Collectors.toSet()));
    }

    Roles without(Role role) {
        return new Roles(all.stream().filter(held -> held != role).collect(Collectors.toSet()));
    }

    Roles withoutStaff() {
        return new Roles(all.stream()
                .filter(role -> role == Role.RESELLER || role == Role.USER)
                .collect(Collectors.toSet()));
    }
}
