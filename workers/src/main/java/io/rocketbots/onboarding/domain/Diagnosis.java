package io.rocketbots.onboarding.domain;

import io.rocketbots.onboarding.domain.Sighting.Cname;
import io.rocketbots.onboarding.domain.Sighting.NoCname;
import io.rocketbots.onboarding.domain.Sighting.NotAnswered;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
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
        NOT_FOUND(Actor.YOU),
        NO_ZONE(Actor.YOU),
        WRONG_TARGET(Actor.YOU),
        TARGET_DOUBLED(Actor.YOU),
        NAME_DOUBLED(Actor.YOU),
        ADDRESS_IN_THE_WAY(Actor.YOU),
        PROXIED(Actor.YOU),
        FLATTENED(Actor.YOU),
        APEX(Actor.YOU),
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

    /** Judges what DNS said. */
    public static Diagnosis of(Sighting sighting) {
        return switch (sighting.reply()) {
            case NotAnswered silence -> diagnosis(Kind.COULD_NOT_ASK, sighting, List.of(silence.why()));
            case Cname cname -> ofCname(sighting, cname);
            case NoCname nothing -> ofNoCname(sighting, nothing);
        };
    }

    /** A CAA record that keeps us from getting a certificate: worth a warning, but no reason to wait. */
    public static @Nullable Diagnosis warningOf(Sighting sighting) {
        List<String> allowed = sighting.certificateIssuers();
        return allowed.isEmpty() || allowed.contains(CERTIFICATE_ISSUER)
                ? null
                : diagnosis(Kind.CERTIFICATE_FORBIDDEN, sighting, allowed);
    }

    /**
     * Judges what DNS said for somebody who has yet to show that the name is theirs: an address of ours shows it only
     * together with the TXT record, and so does a CNAME record of a name that was somebody's before.
     *
     * @param proof what the TXT record must say
     * @param released whether the name was somebody's before
     */
    public static Diagnosis ofClaim(Sighting sighting, String proof, boolean released) {
        Diagnosis seen = of(sighting);
        boolean byAddress = seen.kind() == Kind.FLATTENED;
        if (!byAddress && !(released && seen.kind() == Kind.FOUND)) {
            return seen;
        }
        Diagnosis proved = ofProof(sighting, proof);
        if (proved.kind() == Kind.FOUND) {
            return new Diagnosis(Kind.FOUND, seen.seen(), seen.zone(), null);
        }
        return byAddress && proved.kind() == Kind.PROOF_MISSING ? seen : proved;
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

    private static Diagnosis ofNoCname(Sighting sighting, NoCname nothing) {
        List<String> addresses =
                nothing.addresses().stream().map(InetAddress::getHostAddress).toList();
        if (sighting.zone() == null) {
            return diagnosis(Kind.NO_ZONE, sighting, List.of());
        }
        if (!addresses.isEmpty() && new HashSet<>(sighting.targetAddresses()).containsAll(nothing.addresses())) {
            return diagnosis(Kind.FLATTENED, sighting, addresses);
        }
        if (sighting.name().value().equals(sighting.zone())) {
            return diagnosis(Kind.APEX, sighting, addresses);
        }
        if (nothing.addresses().stream().anyMatch(ProxyRanges::contain)) {
            return diagnosis(Kind.PROXIED, sighting, addresses);
        }
        if (!addresses.isEmpty()) {
            return diagnosis(Kind.ADDRESS_IN_THE_WAY, sighting, addresses);
        }
        if (nothing.doubledName() != null) {
            return diagnosis(Kind.NAME_DOUBLED, sighting, List.of(Objects.requireNonNull(nothing.doubledName())));
        }
        if (!nothing.texts().isEmpty()) {
            return diagnosis(Kind.CONFLICTING_TXT, sighting, nothing.texts());
        }
        return new Diagnosis(Kind.NOT_FOUND, List.of(), sighting.zone(), nothing.rememberedFor());
    }

    private static Diagnosis diagnosis(Kind kind, Sighting sighting, List<String> seen) {
        return new Diagnosis(kind, seen, sighting.zone(), null);
    }
}
