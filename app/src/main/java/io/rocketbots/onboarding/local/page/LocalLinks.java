package io.rocketbots.onboarding.local.page;

import io.rocketbots.onboarding.configuration.LocalSettings;
import io.rocketbots.onboarding.configuration.Settings;
import io.rocketbots.onboarding.engine.EngineHealth;
import io.rocketbots.onboarding.local.sample.SampleData;
import io.rocketbots.onboarding.local.sample.SampleStories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What runs where on this machine and where to click, for the page and for the console. */
@Component
@Profile("local")
class LocalLinks {

    /** An address to open, and what one finds there. */
    public record Link(String name, String url, String what) {}

    /** Something that runs, where, and how it is. */
    public record Part(String name, String where, String state) {}

    /** Somebody one can sign in as. */
    public record Person(String email, String may) {}

    private final Settings settings;
    private final LocalSettings local;
    private final EngineHealth engine;
    private final ObjectProvider<SampleData> sampleData;
    private final Environment environment;

    LocalLinks(
            Settings settings,
            LocalSettings local,
            EngineHealth engine,
            ObjectProvider<SampleData> sampleData,
            Environment environment) {
        this.settings = settings;
        this.local = local;
        this.engine = engine;
        this.sampleData = sampleData;
        this.environment = environment;
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>(List.of(
                link("Reseller program", "/reseller-program", "where a company applies"),
                link("Team", "/team/tasks", "where the team reviews and decides"),
                link("Reseller Module", "/reseller", "where a reseller sets brand and domain"),
                link("Local mail", "/local/mail", "every mail this machine sent; none leaves it"),
                link("Local DNS", "/local/dns", "set the records of *.localhost domains, as at a DNS provider"),
                link("Local mode", "/local", "what runs where, accounts, links")));
        if (settings.links().operate() != null) {
            links.add(new Link("Operate", settings.links().operate().toString(), "every process and where it stands"));
        }
        if (settings.links().tasklist() != null) {
            links.add(new Link("Tasklist", settings.links().tasklist().toString(), "the user tasks and their forms"));
        }
        return links;
    }

    List<Person> people() {
        return List.of(
                new Person("reviewer@rocketbots.localhost", "reviews applications; staff code R1"),
                new Person("reviewer2@rocketbots.localhost", "reviews applications too; staff code R2"),
                new Person("lead@rocketbots.localhost", "leads the team, sees what is overdue; staff code L1"),
                new Person("ops@rocketbots.localhost", "looks after engine, queues and mails"),
                new Person("existing@shop.localhost", "has a Rocketbots account already, with a Space"));
    }

    SampleData.State sampleData() {
        return sampleData.stream().map(SampleData::state).findFirst().orElse(SampleData.State.NOT_WANTED);
    }

    /** Where to look at the sample data, once there is some. */
    List<Link> sampleLinks() {
        String live = UriComponentsBuilder.fromUri(settings.baseUrl())
                .host(SampleStories.LIVE_DOMAIN)
                .path("/")
                .toUriString();
        return List.of(
                link("Tasks", "/team/tasks", "reviews of every kind, a duplicate account, introductions"),
                link("Applications", "/team/applications", "a case in every state"),
                link("Resellers", "/team/resellers", "on their way, and live"),
                new Link(SampleStories.LIVE_DOMAIN, live, "the live platform of Bright Bird"));
    }

    /** Whom to sign in as among the sample people. */
    List<Person> samplePeople() {
        return List.of(
                new Person(SampleStories.LIVE_RESELLER, "reseller whose platform is live, with Spaces and contacts"),
                new Person(SampleStories.RESELLER_WITH_WRONG_RECORD, "reseller whose record leads elsewhere"),
                new Person(SampleStories.RESELLER_WITHOUT_LOGOS, "reseller who has still to upload logos"),
                new Person(
                        SampleStories.SPACE_OWNER,
                        "owns a Space; signs in at " + SampleStories.LIVE_DOMAIN + " and nowhere else"));
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("Pages", settings.baseUrl().toString(), "Ready"));
        parts.add(engine());
        parts.addAll(List.of(
                new Part("Database", "H2 in " + in("db"), "Ready"),
                new Part("Mail catcher", "SMTP on 127.0.0.1:" + local.smtpPort(), "Ready"),
                new Part("Name server", "DNS on 127.0.0.1:" + local.dnsPort(), "Ready"),
                new Part("Logs", in("logs"), ""),
                new Part("Profiles", String.join(", ", environment.getActiveProfiles()), "")));
        return parts;
    }

    /** The engine, where it is and how it is. */
    Part engine() {
        String address = settings.engine().address().toString();
        String where = local.engine().enabled() ? "In this process, gRPC on " + address : address;
        return new Part(
                "Engine",
                where,
                engine.ask()
                        .map(health -> "Ready (Zeebe " + health.version() + ")")
                        .orElse("Does not answer"));
    }

    private String in(String directory) {
        Path path = local.dataDirectory().resolve(directory);
        return path.toAbsolutePath().normalize().toString();
    }

    private Link link(String name, String path, String what) {
        return new Link(name, settings.baseUrl().resolve(path).toString(), what);
    }
}
