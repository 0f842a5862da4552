package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.launch.domain.RequestCheck;
import io.rocketbots.onboarding.launch.domain.RequestDomain;
import io.rocketbots.onboarding.local.dns.LocalRecord;
import io.rocketbots.onboarding.local.dns.LocalRecords;
import io.rocketbots.onboarding.local.dns.RecordType;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings sample resellers to their domains, with the records that these need. Doing something twice is doing it once. */
@Component
@Profile("local")
class SampleDomains {

    private static final Logger log = LoggerFactory.getLogger(SampleDomains.class);
    private static final int TTL = 60;

    private final Resellers resellers;
    private final SampleResellers owners;
    private final CustomDomains domains;
    private final DomainChecks checks;
    private final RequestDomain requestDomain;
    private final RequestCheck requestCheck;
    private final LocalRecords records;
    private final Patience patience;

    SampleDomains(
            Resellers resellers,
            SampleResellers owners,
            CustomDomains domains,
            DomainChecks checks,
            RequestDomain requestDomain,
            RequestCheck requestCheck,
            LocalRecords records,
            Patience patience) {
        this.resellers = resellers;
        this.owners = owners;
        this.domains = domains;
        this.checks = checks;
        this.requestDomain = requestDomain;
        this.requestCheck = requestCheck;
        this.records = records;
        this.patience = patience;
    }

    /** Asks for a domain, and sets a record that leads somewhere else. */
    void askElsewhere(Reseller reseller, String name, String elsewhere) {
        setRecord(name, elsewhere);
        ask(reseller, name);
        patience.await(
                "the first look at " + name,
                () -> domains.currentOf(reseller.id()).flatMap(checks::latest));
    }

    /** Asks for a domain, sets the record for it and waits until the platform is live there. */
    Reseller goLive(Reseller reseller, String name) {
        ask(reseller, name);
        setRecord(
                name,
                patience.await("the domain " + name, () -> domains.currentOf(reseller.id()))
                        .target());
        checkNow(reseller);
        return patience.await(
                "the platform on " + name,
                () -> Optional.of(resellers.get(reseller.id())).filter(now -> now.state() == ResellerState.LIVE));
    }

    private void ask(Reseller reseller, String name) {
        if (domains.currentOf(reseller.id()).isEmpty()) {
            patience.insist(() -> requestDomain.request(
                    reseller.id(), name, owners.owner(reseller).name()));
        }
    }

    private void setRecord(String name, String target) {
        if (records.at(name).isEmpty()) {
            records.save(new LocalRecord(UUID.randomUUID(), name, RecordType.CNAME, target, TTL));
        }
    }

    private void checkNow(Reseller reseller) {
        try {
            patience.insist(() -> requestCheck.of(reseller.id()));
        } catch (RequestCheck.NothingToLookFor | RequestCheck.TooSoon needless) {
            log.debug("The record was found without being asked for.", needless);
        }
    }
}
