package io.rocketbots.onboarding.integration.apikey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a key may do; who may change something may read it too. */
public enum ApiScope {
    APPEARANCE_READ("See brand, color and logos"),
    APPEARANCE_WRITE("Change brand, color and logos"),
    DOMAIN_READ("See the domain and its checks"),
    DOMAIN_WRITE("Change the domain and ask for checks"),
    SPACES_READ("See Spaces and how full they are"),
    SPACES_WRITE("Add and change Spaces"),
    INVITATIONS_READ("See invitations"),
    INVITATIONS_WRITE("Invite people and revoke invitations");

    private final String about;

    ApiScope(String about) {
        this.about = about;
    }

    /** As programs write it: {@code spaces:read}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** As people read it. */
    public String about() {
        return about;
    }

    /** Whether a key with those scopes may do what needs this one. */
    public boolean isGrantedBy(Set<ApiScope> held) {
        return held.contains(this) || held.stream().anyMatch(this::isPartOf);
    }

    private boolean isPartOf(ApiScope other) {
        return name().endsWith("_READ") && other.name().equals(name().replace("_READ", "_WRITE"));
    }

    public static Optional<ApiScope> of(String id) {
        return Arrays.stream(values()).filter(scope -> scope.id().equals(id)).findFirst();
    }
}
