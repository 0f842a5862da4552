package io.rocketbots.onboarding.launch.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which records a reseller has to set for a domain, as far as is known from its name and the last look at it. */
@Component
public class DomainRecords {

    private final DomainChecks checks;
    private final ReleasedNames releasedNames;
    private final DomainProofs proofs;

    DomainRecords(DomainChecks checks, ReleasedNames releasedNames, DomainProofs proofs) {
        this.checks = checks;
        this.releasedNames = releasedNames;
        this.proofs = proofs;
    }

    /**
     * The records.
     *
     * @param main what leads to the platform
     * @param instead what does so where the DNS provider does not offer the former
     * @param proof what shows that the name is the reseller's, where the others do not suffice
     */
    public record Records(RecordToSet main, List<RecordToSet> instead, Optional<RecordToSet> proof) {

        /** Those without a choice. */
        public List<RecordToSet> needed() {
            return Stream.concat(Stream.of(main), proof.stream()).toList();
        }
    }

    /** Those of that domain. */
    public Records of(CustomDomain domain) {
        Optional<DomainCheck> last = checks.latestAnswered(domain);
        Optional<Diagnosis> seen = last.map(DomainCheck::diagnosis);
        boolean apex = seen.filter(there -> domain.name().equals(there.zone())).isPresent();
        boolean byAddress = apex || seen.filter(DomainRecords::isByAddress).isPresent();
        boolean proof = apex || seen.filter(DomainRecords::callsForProof).isPresent() || wasSomebodys(domain);
        return new Records(
                new RecordToSet(apex ? "ALIAS, ANAME or flattened CNAME" : "CNAME", domain.name(), domain.target()),
                byAddress
                        ? last.orElseThrow().ownAddresses().stream()
                                .map(address -> RecordToSet.address(domain.name(), address))
                                .toList()
                        : List.of(),
                proof
                        ? Optional.of(new RecordToSet(
                                "TXT", DomainProofs.nameOf(domain.domainName()), proofs.valueFor(domain)))
                        : Optional.empty());
    }

    private static boolean isByAddress(Diagnosis seen) {
        return switch (seen.kind()) {
            case FLATTENED, FOUND_BY_ADDRESS, CONFLICTING_ADDRESSES, ADDRESS_OUTDATED -> true;
            default -> false;
        };
    }

    private static boolean callsForProof(Diagnosis seen) {
        return switch (seen.kind()) {
            case FOUND_BY_ADDRESS,
                    FLATTENED,
                    CONFLICTING_ADDRESSES,
                    ADDRESS_OUTDATED,
                    PROOF_MISSING,
                    PROOF_INCOMPLETE,
                    PROOF_WRONG,
                    PROOF_ON_THE_NAME,
                    PROOF_NAME_DOUBLED -> true;
            default -> seen.kind().isAboutProxy();
        };
    }

    private boolean wasSomebodys(CustomDomain domain) {
        return releasedNames.formerOwnerOf(domain.domainName()).isPresent();
    }
}
