package io.rocketbots.onboarding.lifecycle.progress;

import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.lifecycle.progress.CaseFacts.DomainFact;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The way from submission to the live platform, with what is done, what is due and who must act. */
public record Progress(Status status, Map<Step, StepState> steps, Need need) {

    /** The milestones, in the order of the page. */
    public enum Step {
        SUBMITTED,
        REVIEW,
        ACCOUNT,
        ACTIVATION,
        BRANDING,
        DOMAIN,
        LIVE;

        /** As the page names it. */
        public String label() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** What a milestone is: we work on it (current), the other side must act (waiting), its turn will come (open). */
    public enum StepState {
        DONE,
        CURRENT,
        WAITING,
        OPEN,
        FAILED
    }

    /** The case in two words. */
    public enum Status {
        UNDER_REVIEW("Under Review"),
        WAITING_FOR_YOU("Waiting for You"),
        OVERDUE("Overdue"),
        APPROVED("Approved"),
        REJECTED("Rejected"),
        WITHDRAWN("Withdrawn"),
        LIVE("Live");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        /** As the page shows it. */
        public String label() {
            return label;
        }
    }

    /** What is needed now, and from whom. */
    public enum Need {
        REVIEW,
        LATE_REVIEW,
        ANSWER,
        ACCOUNT,
        ACTIVATION,
        BRANDING_AND_DOMAIN,
        BRANDING,
        DOMAIN,
        DNS_RECORD,
        BRANDING_AND_DNS_RECORD,
        DOMAIN_HELP,
        BRANDING_AND_DOMAIN_HELP,
        GO_LIVE,
        /** The domain was live and leads elsewhere now. */
        DOMAIN_REPAIR,
        NOTHING
    }

    /** A milestone and what has become of it. */
    public record Milestone(Step step, StepState state) {}

    /** All milestones in the order of the page. */
    public List<Milestone> milestones() {
        return Arrays.stream(Step.values())
                .map(step -> new Milestone(step, Objects.requireNonNull(steps.get(step))))
                .toList();
    }

    public static Progress of(CaseFacts facts) {
        return new Progress(statusOf(facts), stepsOf(facts), needOf(facts));
    }

    private static Status statusOf(CaseFacts facts) {
        return switch (facts.state()) {
            case SUBMITTED, UNDER_REVIEW -> facts.overdue() ? Status.OVERDUE : Status.UNDER_REVIEW;
            case WAITING_FOR_APPLICANT -> Status.WAITING_FOR_YOU;
            // Until the account is there it may still be rejected, so nobody is told of an approval before.
            case APPROVED -> facts.accountCreated() ? Status.APPROVED : Status.UNDER_REVIEW;
            case REJECTED -> Status.REJECTED;
            case CANCELLING, WITHDRAWN, CANCELLED, CLOSED -> Status.WITHDRAWN;
            case LIVE -> Status.LIVE;
        };
    }

    private static Need needOf(CaseFacts facts) {
        return switch (facts.state()) {
            case SUBMITTED, UNDER_REVIEW -> facts.overdue() ? Need.LATE_REVIEW : Need.REVIEW;
            case WAITING_FOR_APPLICANT -> Need.ANSWER;
            case APPROVED -> needAfterApproval(facts);
            case LIVE -> facts.domain() == DomainFact.BROKEN ? Need.DOMAIN_REPAIR : Need.NOTHING;
            case REJECTED, CANCELLING, WITHDRAWN, CANCELLED, CLOSED -> Need.NOTHING;
        };
    }

    private static Need needAfterApproval(CaseFacts facts) {
        if (!facts.accountCreated()) {
            return Need.ACCOUNT;
        }
        if (!facts.accountActive()) {
            return Need.ACTIVATION;
        }
        return switch (facts.domain()) {
            case NOT_SET -> facts.brandingCompleted() ? Need.DOMAIN : Need.BRANDING_AND_DOMAIN;
            case WAITING_FOR_DNS -> facts.brandingCompleted() ? Need.DNS_RECORD : Need.BRANDING_AND_DNS_RECORD;
            case HELPED -> facts.brandingCompleted() ? Need.DOMAIN_HELP : Need.BRANDING_AND_DOMAIN_HELP;
            case LIVE -> facts.brandingCompleted() ? Need.GO_LIVE : Need.BRANDING;
            case BROKEN -> facts.brandingCompleted() ? Need.DOMAIN_REPAIR : Need.BRANDING;
        };
    }

    private static Map<Step, StepState> stepsOf(CaseFacts facts) {
        Map<Step, StepState> steps = new EnumMap<>(Step.class);
        Arrays.stream(Step.values()).forEach(step -> steps.put(step, stateOf(step, facts)));
        if (endedEarly(facts.state())) {
            steps.replaceAll((step, state) -> state == StepState.DONE ? StepState.DONE : StepState.OPEN);
            steps.put(
                    Arrays.stream(Step.values())
                            .filter(step -> steps.get(step) != StepState.DONE)
                            .findFirst()
                            .orElse(Step.LIVE),
                    StepState.FAILED);
        }
        return steps;
    }

    private static boolean endedEarly(ApplicationState state) {
        return state == ApplicationState.CANCELLING || (state.isEnd() && state != ApplicationState.LIVE);
    }

    private static StepState stateOf(Step step, CaseFacts facts) {
        return switch (step) {
            case SUBMITTED -> StepState.DONE;
            case REVIEW -> {
                if (facts.accountCreated()) {
                    yield StepState.DONE;
                }
                yield facts.state() == ApplicationState.WAITING_FOR_APPLICANT ? StepState.WAITING : StepState.CURRENT;
            }
            case ACCOUNT -> facts.accountCreated() ? StepState.DONE : StepState.OPEN;
            case ACTIVATION -> reached(facts.accountCreated(), facts.accountActive(), StepState.WAITING);
            case BRANDING -> reached(facts.accountActive(), facts.brandingCompleted(), StepState.WAITING);
            case DOMAIN ->
                reached(
                        facts.accountActive(),
                        facts.domain() == DomainFact.LIVE,
                        facts.domain() == DomainFact.HELPED ? StepState.CURRENT : StepState.WAITING);
            case LIVE ->
                reached(
                        facts.brandingCompleted() && facts.domain() == DomainFact.LIVE,
                        facts.state() == ApplicationState.LIVE,
                        StepState.CURRENT);
        };
    }

    private static StepState reached(boolean reached, boolean done, StepState due) {
        if (done) {
            return StepState.DONE;
        }
        return reached ? due : StepState.OPEN;
    }
}
