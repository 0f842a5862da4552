package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.Diagnosis;
import io.rocketbots.onboarding.launch.domain.DomainProofs;
import io.rocketbots.onboarding.launch.domain.ReleasedNames;
import io.rocketbots.onboarding.launch.domain.Sighting;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges whether what DNS says makes a name a reseller's own: the first to be seen with it has it. */
@Component
class DomainClaims {

    private final CustomDomains domains;
    private final DomainProofs proofs;
    private final ReleasedNames releasedNames;

    DomainClaims(CustomDomains domains, DomainProofs proofs, ReleasedNames releasedNames) {
        this.domains = domains;
        this.proofs = proofs;
        this.releasedNames = releasedNames;
    }

    /**
     * How a claim stands.
     *
     * @param diagnosis what was seen
     * @param proven whether the name is the reseller's from now on
     * @param former the reseller's own domain that still holds the name which it claims anew
     */
    record Claim(Diagnosis diagnosis, boolean proven, Optional<CustomDomain> former) {}

    Claim judge(CustomDomain domain, Sighting sighting) {
        Optional<CustomDomain> holder = domains.findByVerifiedDomain(domain.name());
        Optional<CustomDomain> former =
                holder.filter(other -> other.resellerId().equals(domain.resellerId()));
        boolean released = former.isEmpty()
                && releasedNames.formerOwnerOf(domain.domainName()).isPresent();
        Diagnosis seen = Diagnosis.ofClaim(sighting, proofs.valueFor(domain), released);
        boolean found = seen.kind().isFound();
        boolean taken = found && holder.isPresent() && former.isEmpty();
        return new Claim(taken ? seen.taken() : seen, found && !taken, former);
    }
}
