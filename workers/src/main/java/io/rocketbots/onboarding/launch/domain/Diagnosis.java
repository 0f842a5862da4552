package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.launch.domain.Sighting.Cname;
import io.rocketbots.onboarding.launch.domain.Sighting.NoCname;
import io.rocketbots.onboarding.launch.domain.Sighting.NotAnswered;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is the matter with a domain's record, as data; {@link Advice} puts it into words.
 *
 * @param seen what stands in DNS instead of what should, one entry per record
 * @param zone the zone the domain lies in, null when none was found
 * @param rememberedFor how long resolvers may remember that the record is missing
 */
public record Diagnosis(
        Kind kind,
        List<String> seen,
        @Nullable String zone,
        @Nullable Duration rememberedFor) {

    /** Less of a proof may be there by chance. */
    private static final int SHORTEST_PART = 6;

    /** Who issues our certificates, as CAA records name it. */
    static final String CERTIFICATE_ISSUER = "letsencrypt.org";

    /** Every state of a record that we know by name, and whose turn it is. */
    public enum Kind {
        FOUND(Actor.NOBODY),
        /** Without a CNAME record to be seen, but with an address of ours. */
        FOUND_BY_ADDRESS(Actor.NOBODY),
        /** With a proxy before it that passes requests on to us. */
        FOUND_BY_PROXY(Actor.NOBODY),
        NOT_FOUND(Actor.YOU),
        NO_ZONE(Actor.YOU),
        WRONG_TARGET(Actor.YOU),
        TARGET_DOUBLED(Actor.YOU),
        NAME_DOUBLED(Actor.YOU),
        ADDRESS_IN_THE_WAY(Actor.YOU),
        /** A proxy that shows neither whose domain it is nor that it passes requests on to us. */
        PROXIED(Actor.YOU),
        /** A proxy that passes requests on to us, where the TXT record is missing. */
        PROXY_UNPROVED(Actor.YOU),
        /** A proxy that passes requests on to somebody else. */
        PROXY_ASTRAY(Actor.YOU),
        /** A proxy that answers with a failure or not at all, which may be over in a moment. */
        PROXY_FAILS(Actor.YOU),
        FLATTENED(Actor.YOU),
        APEX(Actor.YOU),
        /** An address of ours beside one that is not. */
        CONFLICTING_ADDRESSES(Actor.YOU),
        /** An address that was ours. */
        ADDRESS_OUTDATED(Actor.YOU),
        CONFLICTING_TXT(Actor.YOU),
        CERTIFICATE_FORBIDDEN(Actor.YOU),
        TAKEN(Actor.YOU),
        PROOF_MISSING(Actor.YOU),
        PROOF_INCOMPLETE(Actor.YOU),
        PROOF_WRONG(Actor.YOU),
        PROOF_ON_THE_NAME(Actor.YOU),
        PROOF_NAME_DOUBLED(Actor.YOU),
        COULD_NOT_ASK(Actor.US);

        private final Actor actor;

        Kind(Actor actor) {
            this.actor = actor;
        }

        /** Who has to do something now. */
        public Actor actor() {
            return actor;
        }

        /** Whether the domain leads to its platform. */
        public boolean isFound() {
            return this == FOUND || this == FOUND_BY_ADDRESS || this == FOUND_BY_PROXY;
        }

        /** Whether it is about what stands between the domain and us. */
        public boolean isAboutProxy() {
            return switch (this) {
                case FOUND_BY_PROXY, PROXIED, PROXY_UNPROVED, PROXY_ASTRAY, PROXY_FAILS -> true;
                default -> false;
            };
        }
    }

    /** Whose turn it is. */
    public enum Actor {
        YOU,
        US,
        NOBODY
    }

    public Diagnosis {
        seen = List.copyOf(seen);
    }

    /** Judges what was seen, for a domain that is the reseller's already. */
    public static Diagnosis of(Sighting sighting) {
        return of(sighting, false);
    }

    /**
     * The same for a domain that may have led here through a proxy when it was last looked at: a proxy that fails for once is
     * not taken for somebody else's address.
     */
    public static Diagnosis of(Sighting sighting, boolean throughProxy) {
        return switch (sighting.reply()) {
            case NotAnswered silence -> diagnosis(Kind.COULD_NOT_ASK, sighting, List.of(silence.why()));
            case Cname cname -> ofCname(sighting, cname);
            case NoCname nothing -> ofNoCname(sighting, nothing, throughProxy);
        };
    }

    /** What stands beside the record and will hurt later: worth a warning, but no reason to wait. */
    public static @Nullable Diagnosis warningOf(Sighting sighting) {
        List<String> outdated = outdated(sighting);
        if (!outdated.isEmpty() && of(sighting).kind().isFound()) {
            return diagnosis(Kind.ADDRESS_OUTDATED, sighting, outdated);
        }
        List<String> allowed = sighting.certificateIssuers();
        return allowed.isEmpty() || allowed.contains(CERTIFICATE_ISSUER)
                ? null
                : diagnosis(Kind.CERTIFICATE_FORBIDDEN, sighting, allowed);
    }

    /**
     * Judges what was seen for somebody who has yet to show that the name is theirs: an address of ours or a proxy shows it
     * only together with the TXT record, and so does a CNAME record of a name that was somebody's before.
     *
     * @param proof what the TXT record must say
     * @param released whether the name was somebody's before
     */
    public static Diagnosis ofClaim(Sighting sighting, String proof, boolean released) {
        Diagnosis seen = of(sighting);
        Kind unproved = switch (seen.kind()) {
            case FOUND -> released ? Kind.PROOF_MISSING : null;
            case FOUND_BY_ADDRESS -> Kind.FLATTENED;
            case FOUND_BY_PROXY -> Kind.PROXY_UNPROVED;
            case PROXY_ASTRAY, PROXY_FAILS -> Kind.PROXIED;
            default -> null;
        };
        if (unproved == null) {
            return seen;
        }
        Diagnosis proved = ofProof(sighting, proof);
        return switch (proved.kind()) {
            case FOUND -> seen;
            case PROOF_MISSING ->
                diagnosis(unproved, sighting, unproved == Kind.PROXIED ? addresses(sighting) : seen.seen());
            default -> proved;
        };
    }

    private static Diagnosis ofProof(Sighting sighting, String proof) {
        Sighting.Proofs texts = sighting.proofs();
        List<String> inPlace =
                texts.inPlace().stream().map(Diagnosis::withoutQuotes).toList();
        if (inPlace.contains(proof)) {
            return diagnosis(Kind.FOUND, sighting, inPlace);
        }
        if (!inPlace.isEmpty()) {
            boolean cut = inPlace.stream().anyMatch(text -> isPartOf(proof, text));
            return diagnosis(cut ? Kind.PROOF_INCOMPLETE : Kind.PROOF_WRONG, sighting, inPlace);
        }
        if (hasPartOf(proof, texts.doubled())) {
            String doubled = DomainProofs.nameOf(sighting.name()) + "." + sighting.zone();
            return diagnosis(Kind.PROOF_NAME_DOUBLED, sighting, List.of(doubled));
        }
        return diagnosis(
                hasPartOf(proof, texts.onTheName()) ? Kind.PROOF_ON_THE_NAME : Kind.PROOF_MISSING, sighting, List.of());
    }

    private static boolean hasPartOf(String proof, List<String> texts) {
        return texts.stream().map(Diagnosis::withoutQuotes).anyMatch(text -> isPartOf(proof, text));
    }

    private static boolean isPartOf(String proof, String text) {
        return text.length() >= SHORTEST_PART && proof.contains(text);
    }

    private static String withoutQuotes(String text) {
        return text.replace("\"", "").strip();
    }

    /** The proxy has failed so often that it is not for a moment. */
    public Diagnosis persisting() {
        return kind == Kind.PROXY_FAILS ? new Diagnosis(Kind.PROXY_ASTRAY, seen, zone, null) : this;
    }

    /** The record is right, but another reseller has proved the same name before. */
    public Diagnosis taken() {
        return new Diagnosis(Kind.TAKEN, List.of(), zone, null);
    }

    private static Diagnosis ofCname(Sighting sighting, Cname cname) {
        String target = sighting.target().value();
        if (cname.chain().contains(target)) {
            return diagnosis(Kind.FOUND, sighting, cname.chain());
        }
        String first = cname.chain().getFirst();
        return diagnosis(
                isDoubled(target, first, sighting.name()) ? Kind.TARGET_DOUBLED : Kind.WRONG_TARGET,
                sighting,
                List.of(first));
    }

    /** Whether the provider put the zone behind the target, as it does with a target that has no final dot. */
    private static boolean isDoubled(String target, String seen, DomainName name) {
        List<String> labels = name.labels();
        return IntStream.range(0, labels.size() - 1)
                .mapToObj(from -> String.join(".", labels.subList(from, labels.size())))
                .anyMatch(zone -> seen.equals(target + "." + zone));
    }

    private static Diagnosis ofNoCname(Sighting sighting, NoCname nothing, boolean throughProxy) {
        if (sighting.zone() == null) {
            return diagnosis(Kind.NO_ZONE, sighting, List.of());
        }
        if (!nothing.addresses().isEmpty()) {
            return ofAddresses(sighting, nothing.addresses(), throughProxy);
        }
        if (sighting.name().value().equals(sighting.zone())) {
            return diagnosis(Kind.APEX, sighting, List.of());
        }
        if (nothing.doubledName() != null) {
            return diagnosis(Kind.NAME_DOUBLED, sighting, List.of(Objects.requireNonNull(nothing.doubledName())));
        }
        if (!nothing.texts().isEmpty()) {
            return diagnosis(Kind.CONFLICTING_TXT, sighting, nothing.texts());
        }
        return new Diagnosis(Kind.NOT_FOUND, List.of(), sighting.zone(), nothing.rememberedFor());
    }

    private static Diagnosis ofAddresses(Sighting sighting, List<InetAddress> addresses, boolean throughProxy) {
        List<InetAddress> foreign = sighting.foreignAddresses();
        boolean wereOurs = sighting.ours().former().containsAll(foreign);
        Arrival arrival = sighting.arrival();
        if (foreign.isEmpty() || (wereOurs && arrival != null && arrival.isOurs())) {
            return diagnosis(Kind.FOUND_BY_ADDRESS, sighting, inShort(addresses));
        }
        if (arrival != null && arrival.isOurs()) {
            return diagnosis(Kind.FOUND_BY_PROXY, sighting, inShort(addresses));
        }
        if (wereOurs) {
            return diagnosis(Kind.ADDRESS_OUTDATED, sighting, inShort(foreign));
        }
        if (foreign.size() < addresses.size()) {
            return diagnosis(Kind.CONFLICTING_ADDRESSES, sighting, inShort(foreign));
        }
        boolean failed = arrival == null || arrival.outcome() == Arrival.Outcome.NONE;
        if (foreign.stream().anyMatch(ProxyRanges::contain) || (throughProxy && failed)) {
            return diagnosis(
                    failed ? Kind.PROXY_FAILS : Kind.PROXY_ASTRAY,
                    sighting,
                    List.of(arrival == null ? "no answer" : arrival.inShort()));
        }
        return diagnosis(
                sighting.name().value().equals(sighting.zone()) ? Kind.APEX : Kind.ADDRESS_IN_THE_WAY,
                sighting,
                inShort(addresses));
    }

    /** The addresses of the domain that were to be set once and no longer are, whether we still answer there or not. */
    private static List<String> outdated(Sighting sighting) {
        return sighting.reply() instanceof NoCname nothing
                ? inShort(nothing.addresses().stream()
                        .filter(sighting.ours().former()::contains)
                        .toList())
                : List.of();
    }

    private static List<String> addresses(Sighting sighting) {
        return sighting.reply() instanceof NoCname nothing ? inShort(nothing.addresses()) : List.of();
    }

    private static List<String> inShort(List<InetAddress> addresses) {
        return addresses.stream().map(RecordToSet::inShort).toList();
    }

    private static Diagnosis diagnosis(Kind kind, Sighting sighting, List<String> seen) {
        return new Diagnosis(kind, seen, sighting.zone(), null);
    }
}
