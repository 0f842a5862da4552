package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.admission.activation.ActivateAccount;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.launch.branding.AppearanceDraft;
import io.rocketbots.onboarding.launch.branding.Brand;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.branding.Logo.LogoHost;
import io.rocketbots.onboarding.launch.branding.LogoFiles;
import io.rocketbots.onboarding.launch.branding.LogoIntake;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.launch.branding.SaveAppearance;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.launch.domain.RequestCheck;
import io.rocketbots.onboarding.launch.domain.RequestDomain;
import io.rocketbots.onboarding.local.dns.LocalRecord;
import io.rocketbots.onboarding.local.dns.LocalRecords;
import io.rocketbots.onboarding.local.dns.RecordType;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.SetPassword;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What approved companies do until their platform is live. Doing something twice is doing it once. */
@Component
@Profile("local")
class SampleResellers {

    private static final Logger log = LoggerFactory.getLogger(SampleResellers.class);
    private static final int TTL = 60;

    private final Resellers resellers;
    private final Accounts accounts;
    private final ActivateAccount activateAccount;
    private final Brands brands;
    private final LogoFiles logoFiles;
    private final SaveAppearance saveAppearance;
    private final CustomDomains domains;
    private final DomainChecks checks;
    private final RequestDomain requestDomain;
    private final RequestCheck requestCheck;
    private final LocalRecords records;
    private final SampleLetters letters;
    private final Patience patience;

    SampleResellers(
            Resellers resellers,
            Accounts accounts,
            ActivateAccount activateAccount,
            Brands brands,
            LogoFiles logoFiles,
            SaveAppearance saveAppearance,
            CustomDomains domains,
            DomainChecks checks,
            RequestDomain requestDomain,
            RequestCheck requestCheck,
            LocalRecords records,
            SampleLetters letters,
            Patience patience) {
        this.resellers = resellers;
        this.accounts = accounts;
        this.activateAccount = activateAccount;
        this.brands = brands;
        this.logoFiles = logoFiles;
        this.saveAppearance = saveAppearance;
        this.domains = domains;
        this.checks = checks;
        this.requestDomain = requestDomain;
        this.requestCheck = requestCheck;
        this.records = records;
        this.letters = letters;
        this.patience = patience;
    }

    /** Sets the password of all sample accounts through the link in the welcome mail. */
    Reseller activate(ApplicationId application) {
        Reseller reseller = patience.await(
                "the reseller of application " + application.value(), () -> resellers.findByApplicationId(application));
        Account account = owner(reseller);
        if (!account.isActive()) {
            String token = letters.awaitToken(account.email(), "/activate/");
            if (!(activateAccount.activate(PlatformId.ROCKETBOTS, token, SampleAccounts.PASSWORD)
                    instanceof SetPassword.Done)) {
                throw new IllegalStateException("The link in the mail to " + account.email() + " set no password.");
            }
        }
        return reseller;
    }

    /** The account that the reseller signs in with. */
    Account owner(Reseller reseller) {
        return accounts.get(reseller.accountId());
    }

    /** Chooses name and color only, so that the logos are still missing. */
    void beginBrand(Reseller reseller, String name, String color) {
        if (brands.of(reseller.id()).name().isEmpty()) {
            save(reseller, new AppearanceDraft(0, name, color, "", "", Map.of()));
        }
    }

    /** Completes the brand with the three logos that lie in that directory of the samples. */
    void completeBrand(Reseller reseller, String name, String color, String supportEmail, String logos) {
        Brand present = brands.of(reseller.id());
        if (!present.isComplete()) {
            Map<LogoKind, String> uploads = new EnumMap<>(LogoKind.class);
            for (LogoKind kind : LogoKind.values()) {
                uploads.put(kind, upload(reseller, kind, "sample/" + logos + "/" + kind.path() + ".svg"));
            }
            save(reseller, new AppearanceDraft(present.version(), name, color, supportEmail, "", uploads));
        }
    }

    private String upload(Reseller reseller, LogoKind kind, String file) {
        try {
            byte[] content = new ClassPathResource(file).getContentAsByteArray();
            return switch (LogoIntake.take(kind, content)) {
                case LogoIntake.Result.Taken(var logo) -> {
                    logoFiles.keep(reseller.id(), kind, logo);
                    yield logo.sha();
                }
                case LogoIntake.Result.Refused(var why) -> throw new IllegalStateException(file + ": " + why);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(Reseller reseller, AppearanceDraft draft) {
        SaveAppearance.Result result = saveAppearance.save(
                reseller.id(), draft, LogoHost.ROCKETBOTS, owner(reseller).name());
        if (!(result instanceof SaveAppearance.Result.Saved)) {
            throw new IllegalStateException("The brand " + draft.brandName() + " was not saved: " + result);
        }
    }

    /** Asks for a domain, and sets a record that leads somewhere else. */
    void askForDomainElsewhere(Reseller reseller, String name, String elsewhere) {
        setRecord(name, elsewhere);
        askForDomain(reseller, name);
        patience.await(
                "the first look at " + name,
                () -> domains.currentOf(reseller.id()).flatMap(checks::latest));
    }

    /** Asks for a domain, sets the record for it and waits until the platform is live there. */
    Reseller goLive(Reseller reseller, String name) {
        askForDomain(reseller, name);
        setRecord(
                name,
                patience.await("the domain " + name, () -> domains.currentOf(reseller.id()))
                        .target());
        checkNow(reseller);
        return patience.await(
                "the platform on " + name,
                () -> Optional.of(resellers.get(reseller.id())).filter(now -> now.state() == ResellerState.LIVE));
    }

    private void askForDomain(Reseller reseller, String name) {
        if (domains.currentOf(reseller.id()).isEmpty()) {
            patience.insist(() ->
                    requestDomain.request(reseller.id(), name, owner(reseller).name()));
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
