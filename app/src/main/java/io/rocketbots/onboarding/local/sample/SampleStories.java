package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceDraft;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.local.sample.SampleData.Story;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sample companies and what each goes through, so that every state of a case can be seen. */
@Component
@Profile("local")
public class SampleStories {

    /** Signs in to a platform that is live. */
    public static final String LIVE_RESELLER = "kim@brightbird.localhost";

    /** Waits for a record that leads elsewhere. */
    public static final String RESELLER_WITH_WRONG_RECORD = "astrid@fjord.localhost";

    /** Has still to upload logos. */
    public static final String RESELLER_WITHOUT_LOGOS = "sam@pinestreet.localhost";

    /** Where the platform is live. */
    public static final String LIVE_DOMAIN = "chat.brightbird.localhost";

    /** Owns a Space there. */
    public static final String SPACE_OWNER = "mara@lanternpost.example";

    private final SampleApplicants applicants;
    private final SampleTeam team;
    private final SampleResellers resellers;
    private final SampleBrands brands;
    private final SampleDomains domains;
    private final SampleSpaces spaces;
    private final SampleMembers members;

    SampleStories(
            SampleApplicants applicants,
            SampleTeam team,
            SampleResellers resellers,
            SampleBrands brands,
            SampleDomains domains,
            SampleSpaces spaces,
            SampleMembers members) {
        this.applicants = applicants;
        this.team = team;
        this.resellers = resellers;
        this.brands = brands;
        this.domains = domains;
        this.spaces = spaces;
        this.members = members;
    }

    List<Story> all() {
        return List.of(
                new Story("Bright Bird, live", this::brightBird),
                new Story("Fjord Digital, waiting for its record", this::fjordDigital),
                new Story("Pine Street Partners, setting up the brand", this::pineStreet),
                new Story("Nimbus Desk, approved", this::nimbusDesk),
                new Story("Corner Shop Systems, duplicate account", this::cornerShop),
                new Story("Polder Support, asked", this::polderSupport),
                new Story("Savanna Connect, has answered", this::savannaConnect),
                new Story("Fast Lane Leads, rejected", this::fastLane),
                new Story("Atelier Lumen, withdrawn", this::atelierLumen),
                new Story("Tidewater Telecom, under review", this::tidewater),
                new Story("Harbor Lane Commerce, under review", this::harborLane),
                new Story("Farol Atendimento, under review", this::farol),
                new Story("Kaktus Studio, under review", this::kaktus),
                new Story("Moss & Fern, under review", this::mossAndFern));
    }

    private void tidewater() {
        ApplicationId application = applicants.apply(
                new Company(
                        "Tidewater Telecom",
                        "https://tidewater.example",
                        "AU",
                        800,
                        "Messaging for every business line we sell, with our own support around the clock."),
                new ApplicantContact("Grace Okonkwo", "grace@tidewater.example"));
        team.consider(application, "Spoke to Grace: they want to start in March with the first 50 customers.");
    }

    private void harborLane() {
        team.awaitReview(applicants.apply(
                new Company(
                        "Harbor Lane Commerce",
                        "https://harborlane.example",
                        "US",
                        240,
                        "A chat inbox for the online shops that we build and host."),
                new ApplicantContact("Hana Whitfield", "hana@harborlane.example")));
    }

    private void farol() {
        team.awaitReview(applicants.apply(
                new Company(
                        "Farol Atendimento",
                        "https://farol.example",
                        "BR",
                        60,
                        "Customer service in Portuguese for hotels and travel agencies."),
                new ApplicantContact("Thiago Prado", "thiago@farol.example")));
    }

    private void kaktus() {
        team.awaitReview(applicants.apply(
                new Company(
                        "Kaktus Studio",
                        "https://kaktus.example",
                        "DE",
                        8,
                        "Websites for doctors and craftspeople, with a contact form that answers."),
                new ApplicantContact("Jule Brandt", "jule@kaktus.example")));
    }

    private void mossAndFern() {
        team.awaitReview(applicants.apply(
                new Company("Moss & Fern", "", "GB", 2, "Help for two garden centres and their customers."),
                new ApplicantContact("Rowan Ashdown", "rowan@mossandfern.example")));
    }

    private void polderSupport() {
        ApplicationId application = applicants.apply(
                new Company(
                        "Polder Support", "https://polder.example", "NL", 30, "Support desks for housing companies."),
                new ApplicantContact("Femke de Wit", "femke@polder.example"));
        team.ask(application, "Which of your customers would move to the platform first, and by when?");
        applicants.awaitQuestion(application);
    }

    private void savannaConnect() {
        ApplicationId application = applicants.apply(
                new Company(
                        "Savanna Connect",
                        "https://savanna.example",
                        "KE",
                        75,
                        "Messaging for farmers' cooperatives and the banks that lend to them."),
                new ApplicantContact("Wanjiru Kamau", "wanjiru@savanna.example"));
        team.ask(application, "Who answers the messages at night and on holidays?");
        applicants.answer(application, "Our team in Nairobi, in three shifts. On holidays there are two of us.");
        team.awaitSecondReview(application);
    }

    private void fastLane() {
        ApplicationId application = applicants.apply(
                new Company(
                        "Fast Lane Leads",
                        "https://fastlane.example",
                        "US",
                        15,
                        "We write to everybody on the lists that our customers buy."),
                new ApplicantContact("Rick Vance", "rick@fastlane.example"));
        team.reject(application, "The program is for companies whose customers asked to be written to.");
        applicants.awaitEnd(application);
    }

    private void atelierLumen() {
        ApplicationId application = applicants.apply(
                new Company("Atelier Lumen", "https://lumen.example", "FR", 12, "Chat for galleries and museums."),
                new ApplicantContact("Margaux Petit", "margaux@lumen.example"));
        team.awaitReview(application);
        applicants.withdraw(application);
        applicants.awaitEnd(application);
    }

    private void cornerShop() {
        ApplicationId application = applicants.apply(
                new Company(
                        "Corner Shop Systems", "https://shop.localhost", "IE", 40, "Tills and chat for small shops."),
                new ApplicantContact("Ellis Existing", "existing@shop.localhost"));
        team.approve(application, "Good to have you with us.");
        team.awaitDuplicateAccount(application);
    }

    private void nimbusDesk() {
        ApplicationId application = applicants.apply(
                new Company("Nimbus Desk", "https://nimbusdesk.example", "CA", 90, "Help desks in English and French."),
                new ApplicantContact("Luc Tremblay", "luc@nimbusdesk.example"));
        team.approve(application, "Welcome aboard, Luc.");
        applicants.awaitDecision(application);
    }

    private void pineStreet() {
        ApplicationId application = applicants.apply(
                new Company(
                        "Pine Street Partners",
                        "https://pinestreet.localhost",
                        "US",
                        35,
                        "Front desk and follow-up for dental practices."),
                new ApplicantContact("Sam Delgado", RESELLER_WITHOUT_LOGOS));
        team.approve(application, "Your plan for dental practices convinced us.");
        Reseller reseller = resellers.activate(application);
        brands.begin(reseller, "Pine Street", "#3F6212");
    }

    private void fjordDigital() {
        ApplicationId application = applicants.apply(
                new Company(
                        "Fjord Digital", "https://fjord.localhost", "NO", 50, "Chat for ferries, harbours and hotels."),
                new ApplicantContact("Astrid Berge", RESELLER_WITH_WRONG_RECORD));
        team.approve(application, "We look forward to the ferries.");
        Reseller reseller = resellers.activate(application);
        brands.complete(reseller, "Fjord Digital", "#1D4ED8", "help@fjord.localhost", "fjord-digital");
        domains.askElsewhere(reseller, "chat.fjord.localhost", "shops.sitebuilder.localhost");
        Account astrid = resellers.owner(reseller);
        spaces.request(reseller, astrid, unlimited("Hurtig Ferries", "nb"));
        spaces.request(reseller, astrid, limited("Harbour Hotel", "en", 2000));
    }

    private void brightBird() {
        ApplicationId application = applicants.apply(
                new Company(
                        "Bright Bird",
                        "https://brightbird.localhost",
                        "DE",
                        120,
                        "One inbox for shops, opticians and bakeries, in the languages of their customers."),
                new ApplicantContact("Kim Novák", LIVE_RESELLER));
        team.approve(application, "A clear plan and a team that answers. Welcome!");
        Reseller begun = resellers.activate(application);
        team.introduceThemselves(begun.id());
        brands.complete(begun, "Bright Bird", "#0F766E", "hello@brightbird.localhost", "bright-bird");
        Reseller live = domains.goLive(begun, LIVE_DOMAIN);
        fillSpaces(live, resellers.owner(live));
    }

    private void fillSpaces(Reseller live, Account kim) {
        Space lantern = spaces.open(live, kim, unlimited("Lantern Post", "de"));
        spaces.importContacts(members.enter(lantern, kim), kim.name(), 150);
        Space cafe = spaces.open(live, kim, limited("Café Lumo", "fr", 60));
        spaces.importContacts(members.enter(cafe, kim), kim.name(), 57);
        Space tours = spaces.open(live, kim, unlimited("Panorama Tours", "es"));
        members.invite(members.enter(tours, kim), "ines@panorama.example", SpaceRole.OWNER);
        spaces.suspend(live, kim, spaces.open(live, kim, unlimited("Nordlicht Optik", "de")));
        spaces.cancel(live, kim, spaces.open(live, kim, limited("Old Mill Bakery", "en", 500)));
        Account mara = members.bring(members.enter(lantern, kim), "Mara Lindqvist", SPACE_OWNER, SpaceRole.OWNER);
        SpaceVisitor owner = members.enter(lantern, mara);
        members.bring(owner, "Jonas Weber", "jonas@lanternpost.example", SpaceRole.MANAGER);
        members.bring(owner, "Aylin Demir", "aylin@lanternpost.example", SpaceRole.AGENT);
        members.invite(owner, "tomas@lanternpost.example", SpaceRole.AGENT);
        members.bring(members.enter(cafe, kim), "Léa Moreau", "lea@cafelumo.example", SpaceRole.OWNER);
    }

    private static SpaceDraft unlimited(String name, String language) {
        return new SpaceDraft(name, language, false, "");
    }

    private static SpaceDraft limited(String name, String language, int contacts) {
        return new SpaceDraft(name, language, true, String.valueOf(contacts));
    }
}
