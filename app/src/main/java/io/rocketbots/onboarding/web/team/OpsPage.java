package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.configuration.TeamLinks;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.mail.MailEntry;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.outbox.ParkedMessages;
import io.rocketbots.onboarding.kernel.outbox.ParkedMessages.Parked;
import io.rocketbots.onboarding.operations.history.Incident;
import io.rocketbots.onboarding.operations.history.Incidents;
import io.rocketbots.onboarding.operations.history.StalledSteps;
import io.rocketbots.onboarding.operations.history.StalledSteps.Stalled;
import io.rocketbots.onboarding.operations.history.Subjects;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers how the machine is doing, and what only a person can mend. */
@Component
class OpsPage {

    private final HealthPanels health;
    private final ParkedMessages messages;
    private final Subjects subjects;
    private final Mails mails;
    private final Incidents incidents;
    private final StalledSteps stalledSteps;
    private final CompanyNames companies;
    private final TeamLinks links;

    OpsPage(
            HealthPanels health,
            ParkedMessages messages,
            Subjects subjects,
            Mails mails,
            Incidents incidents,
            StalledSteps stalledSteps,
            CompanyNames companies,
            TeamLinks links) {
        this.health = health;
        this.messages = messages;
        this.subjects = subjects;
        this.mails = mails;
        this.incidents = incidents;
        this.stalledSteps = stalledSteps;
        this.companies = companies;
        this.links = links;
    }

    /** A message that the engine refused, with its case where it belongs to one. */
    public record ParkedLine(Parked message, @Nullable ApplicationId application) {}

    String show(Model model) {
        List<ParkedLine> parked = messages.all().stream()
                .map(message -> new ParkedLine(
                        message, subjects.caseOf(message.aggregateId()).orElse(null)))
                .toList();
        List<MailEntry> undeliverable = mails.undeliverable();
        List<Incident> failed = incidents.open();
        List<Stalled> stalled = stalledSteps.all();
        health.fill(model);
        model.addAttribute("parked", parked);
        model.addAttribute("undeliverable", undeliverable);
        model.addAttribute("incidents", failed);
        model.addAttribute("stalled", stalled);
        model.addAttribute(
                "companies",
                companies.of(Stream.of(
                                parked.stream().map(ParkedLine::application),
                                undeliverable.stream().map(MailEntry::application),
                                failed.stream().map(Incident::application),
                                stalled.stream().map(Stalled::application))
                        .flatMap(Function.identity())));
        model.addAttribute("links", links);
        return "team/ops";
    }
}
