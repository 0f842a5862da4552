package io.rocketbots.onboarding.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** The record that leads to the platform and, where that does not suffice, the one that proves the name. */
    public List<RecordToSet> of(CustomDomain domain) {
        Optional<Diagnosis> last = checks.latest(domain).map(DomainCheck::diagnosis);
        boolean apex = last.filter(seen -> domain.name().equals(seen.zone())).isPresent();
        List<RecordToSet> records = new ArrayList<>();
        records.add(
                new RecordToSet(apex ? "ALIAS, ANAME or flattened CNAME" : "CNAME", domain.name(), domain.target()));
        if (apex || last.filter(seen -> callsForProof(seen, domain)).isPresent() || wasSomebodys(domain)) {
            records.add(new RecordToSet("TXT", DomainProofs.nameOf(domain.domainName()), proofs.valueFor(domain)));
        }
        return records;
    }

    private static boolean callsForProof(Diagnosis seen, CustomDomain domain) {
        return switch (seen.kind()) {
            case FLATTENED, PROOF_MISSING, PROOF_INCOMPLETE, PROOF_WRONG, PROOF_ON_THE_NAME, PROOF_NAME_DOUBLED -> true;
            case FOUND -> !seen.seen().contains(domain.target());
            default -> false;
        };
    }

    private boolean wasSomebodys(CustomDomain domain) {
        return releasedNames.formerOwnerOf(domain.domainName()).isPresent();
    }
}
