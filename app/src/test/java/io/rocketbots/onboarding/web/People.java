package io.rocketbots.onboarding.web;

import io.rocketbots.onboarding.admission.activation.CreateAccount;
import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceMember;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.launch.branding.AppearanceDraft;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.branding.Logo;
import io.rocketbots.onboarding.launch.branding.SaveAppearance;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.OneTimeTokens;
import io.rocketbots.onboarding.tenancy.account.Passwords;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.account.TokenKind;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the people and companies that tests of pages speak of, each with an email of its own. */
@TestComponent
public class People {

    /** Of everybody. */
    public static final String PASSWORD = "correct horse battery staple";

    private static final DomainName TARGET = new DomainName("target.edge.localhost");

    private final Accounts accounts;
    private final Applications applications;
    private final CustomDomains domains;
    private final Brands brands;
    private final SaveAppearance saveAppearance;
    private final Spaces spaces;
    private final SpaceMembers members;
    private final CreateAccount createAccount;
    private final OneTimeTokens tokens;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** Of the password; it may take a while to make, and one is enough for all. */
    private final String hash;

    People(
            Accounts accounts,
            Applications applications,
            CustomDomains domains,
            Brands brands,
            SaveAppearance saveAppearance,
            Spaces spaces,
            SpaceMembers members,
            CreateAccount createAccount,
            OneTimeTokens tokens,
            TransactionTemplate transaction,
            Clock clock,
            Passwords passwords) {
        this.accounts = accounts;
        this.applications = applications;
        this.domains = domains;
        this.brands = brands;
        this.saveAppearance = saveAppearance;
        this.spaces = spaces;
        this.members = members;
        this.createAccount = createAccount;
        this.tokens = tokens;
        this.transaction = transaction;
        this.clock = clock;
        this.hash = passwords.hash(PASSWORD);
    }

    /** An active Rocketbots account with those roles. */
    public Account active(Role... roles) {
        Account invited =
                Account.invite(PlatformId.ROCKETBOTS, newEmail(), "Ada Applicant", Roles.of(roles), clock.instant());
        return accounts.save(invited.activate(hash));
    }

    /** An approved applicant whose account waits for its password. */
    public Reseller invitedReseller() {
        Application submitted = Application.submit(
                new Company("Acme", "https://acme.example", "DE", 10, "Chat for shops"),
                new ApplicantContact("Ada Applicant", newEmail()),
                clock.instant(),
                Duration.ofHours(72));
        return Objects.requireNonNull(transaction.execute(status -> {
            Application approved =
                    applications.save(applications.save(submitted).startReview().approve());
            return createAccount.create(approved, approved.contact().email()).orElseThrow();
        }));
    }

    /** A reseller who can sign in. */
    public Reseller activeReseller() {
        Reseller reseller = invitedReseller();
        accounts.save(accountOf(reseller).activate(hash));
        return reseller;
    }

    /** The reseller's platform answers at the name that is returned. */
    public String liveDomainOf(Reseller reseller) {
        DomainName name = newName();
        CustomDomain requested = CustomDomain.request(reseller, name, TARGET, clock.instant());
        domains.save(requested.verify().activate(clock.instant()));
        return name.value();
    }

    /** The reseller's platform moves to the name that is returned; its present one leads there for a while. */
    public String movedDomainOf(Reseller reseller) {
        DomainName name = newName();
        CustomDomain next = CustomDomain.requestChange(reseller, name, TARGET, clock.instant());
        CustomDomain present = domains.currentOf(reseller.id()).orElseThrow();
        domains.save(present.replaceBy(next.id(), clock.instant().plus(Duration.ofDays(30))));
        domains.save(next.verify().activate(clock.instant()));
        return name.value();
    }

    private static DomainName newName() {
        return new DomainName("chat-" + UUID.randomUUID() + ".localhost");
    }

    /** A reseller who can sign in and has chosen name and colour, but no logos. */
    public Reseller brandedReseller() {
        Reseller reseller = activeReseller();
        AppearanceDraft draft = new AppearanceDraft(
                brands.of(reseller.id()).version(), "Bright Chat", "#0F766E", "help@bright.example", "", Map.of());
        saveAppearance.save(reseller.id(), draft, Logo.LogoHost.ROCKETBOTS, "Ada Applicant");
        return reseller;
    }

    /** A Space of one of the reseller's customers. */
    public Space activeSpaceOf(Reseller reseller) {
        Space requested = Space.request(
                PlatformId.of(reseller.id()),
                "Bakery " + UUID.randomUUID(),
                "de",
                null,
                SpaceState.REQUESTED,
                reseller.accountId(),
                clock.instant());
        return spaces.save(requested.activate(clock.instant()));
    }

    /** Somebody of the customer's, with an account on the Space's platform. */
    public Account memberOf(Space space, SpaceRole role) {
        Account invited =
                Account.invite(space.platformId(), newEmail(), "Mara Member", Roles.of(Role.USER), clock.instant());
        Account account = accounts.save(invited.activate(hash));
        members.save(SpaceMember.join(space.id(), account.id(), role, clock.instant()));
        return account;
    }

    public Account accountOf(Reseller reseller) {
        return accounts.get(reseller.accountId());
    }

    /** The token of a link that was mailed. */
    public String link(Account account, PlatformId platform, TokenKind kind) {
        return Objects.requireNonNull(transaction.execute(status -> tokens.mint(account.id(), platform, kind)));
    }

    private static String newEmail() {
        return "ada-" + UUID.randomUUID() + "@acme.example";
    }
}
