package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.launch.domain.GiveUpDomain;
import io.rocketbots.onboarding.launch.domain.ParkedDomains;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import org.springframework.stereotype.Component;

/** Releases the domains of a reseller that has left. */
@Component
class EndDomains implements EndsWithReseller {

    private final ParkedDomains parked;
    private final GiveUpDomain giveUp;

    EndDomains(ParkedDomains parked, GiveUpDomain giveUp) {
        this.parked = parked;
        this.giveUp = giveUp;
    }

    @Override
    public void end(Reseller reseller) {
        giveUp.of(reseller.id());
        parked.unpark(reseller.id());
    }
}
