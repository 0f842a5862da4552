package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.BrokenDomainChecked;
import io.rocketbots.onboarding.process.Variables.CnameChecked;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.DomainActivated;
import io.rocketbots.onboarding.process.Variables.DomainBrokenWarned;
import io.rocketbots.onboarding.process.Variables.DomainRequestChecked;
import io.rocketbots.onboarding.process.Variables.DomainSetupEnded;
import io.rocketbots.onboarding.process.Variables.DomainSetupStarted;
import io.rocketbots.onboarding.process.Variables.DomainWatchStarted;
import io.rocketbots.onboarding.process.Variables.InformationRequested;
import io.rocketbots.onboarding.process.Variables.IntroductionOpened;
import io.rocketbots.onboarding.process.Variables.InvitationExpired;
import io.rocketbots.onboarding.process.Variables.InvitationSent;
import io.rocketbots.onboarding.process.Variables.InvitationTiming;
import io.rocketbots.onboarding.process.Variables.Ladder;
import io.rocketbots.onboarding.process.Variables.LiveDomainChecked;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.process.Variables.OffboardingStarted;
import io.rocketbots.onboarding.process.Variables.OnboardingTiming;
import io.rocketbots.onboarding.process.Variables.PlatformSuspended;
import io.rocketbots.onboarding.process.Variables.ReceiptConfirmed;
import io.rocketbots.onboarding.process.Variables.ResellerCreated;
import io.rocketbots.onboarding.process.Variables.ReviewOpened;
import io.rocketbots.onboarding.process.Variables.ShortLadder;
import io.rocketbots.onboarding.process.Variables.SpaceActivated;
import io.rocketbots.onboarding.process.Variables.SpaceCreated;
import io.rocketbots.onboarding.process.Variables.TaskOpened;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the workers answer in a scenario: the usual unless the test says otherwise for the next job of a type. Checks on
 * the way that every job gets the variables its contract names.
 */
final class ScriptedJobs {

    static final Ladder INFORMATION = ladder(3, 7, 12, 14);
    static final Ladder ACTIVATION = ladder(4, 8, 15, 30);
    static final Ladder BRANDING = ladder(5, 9, 16, 31);
    static final Ladder DOMAIN_REQUEST = ladder(6, 10, 17, 32);
    static final Ladder CNAME = ladder(1, 3, 7, 40);
    static final ShortLadder OWNER = new ShortLadder(Duration.ofDays(3), Duration.ofDays(10), Duration.ofDays(30));
    static final InvitationTiming INVITATION =
            new InvitationTiming(Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(14));

    final UUID applicationId = UUID.randomUUID();
    final UUID resellerId = UUID.randomUUID();
    final UUID domainId = UUID.randomUUID();
    final UUID formerDomainId = UUID.randomUUID();
    final UUID spaceId = UUID.randomUUID();
    final UUID invitationId = UUID.randomUUID();
    final UUID offboardingId = UUID.randomUUID();

    private final Supplier<Instant> now;
    private final Map<String, Deque<Object>> scripted = new HashMap<>();
    private final Map<String, Map<String, Object>> inputs = new HashMap<>();
    private final Deque<String> consoleDecisions = new ArrayDeque<>();
    private final Instant domainRequestDeadline;
    private int reviewRound;
    private int round;

    ScriptedJobs(Supplier<Instant> now) {
        this.now = now;
        this.domainRequestDeadline = in(90);
    }

    private static Ladder ladder(int first, int second, int third, int giveUp) {
        return new Ladder(
                Duration.ofDays(first), Duration.ofDays(second), Duration.ofDays(third), Duration.ofDays(giveUp));
    }

    /** The next job of that type answers this. */
    <O> void next(JobType<?, O> type, O output) {
        scripted.computeIfAbsent(type.name(), name -> new ArrayDeque<>()).add(output);
    }

    /** The next job of that type ends with this modelled error. */
    void nextFails(JobType<?, ?> type, StepError error) {
        scripted.computeIfAbsent(type.name(), name -> new ArrayDeque<>()).add(error);
    }

    /** The decision row that the console wrote before its message went out. */
    void decidedInConsole(String decision) {
        consoleDecisions.add(decision);
    }

    /** Either the output's variables, or the modelled error. */
    Object answer(JobType<?, ?> type, String elementId, Map<String, Object> variables) {
        assertThat(variables.entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .map(Map.Entry::getKey)
                        .toList())
                .as("variables of job %s at %s", type.name(), elementId)
                .containsAll(requiredInputs(type));
        inputs.put(type.name(), variables);
        Object next = scripted.getOrDefault(type.name(), new ArrayDeque<>()).poll();
        return next == null ? usual(type, variables) : next;
    }

    Map<String, Object> lastInputs(JobType<?, ?> type) {
        return inputs.getOrDefault(type.name(), Map.of());
    }

    private Object usual(JobType<?, ?> type, Map<String, Object> variables) {
        return switch (type.name()) {
            case "confirm-receipt" ->
                new ReceiptConfirmed(
                        caseUrl(),
                        20,
                        "europe",
                        true,
                        false,
                        new OnboardingTiming(INFORMATION, ACTIVATION, BRANDING, DOMAIN_REQUEST));
            case "open-review" -> new ReviewOpened(UUID.randomUUID(), ++reviewRound, in(3), in(2));
            case "request-information" -> new InformationRequested(false);
            case "create-account", "link-account" -> new ResellerCreated(resellerId);
            case "send-welcome" -> new WelcomeSent(false);
            case "check-branding" -> new BrandingChecked(false);
            case "check-domain-request" -> new DomainRequestChecked(false, null, domainRequestDeadline);
            case "start-domain-setup" -> new DomainSetupStarted(CNAME, caseUrl());
            case "check-cname" -> new CnameChecked(false, now.get().plus(Duration.ofHours(1)));
            case "activate-domain" -> new DomainActivated(true, null, null);
            case "start-domain-watch" -> new DomainWatchStarted(in(1));
            case "check-live-domain" -> new LiveDomainChecked(false, in(1));
            case "warn-domain-broken" -> new DomainBrokenWarned(in(7));
            case "check-broken-domain" ->
                new BrokenDomainChecked(false, now.get().plus(Duration.ofHours(1)));
            case "release-domain" -> new DomainSetupEnded(false);
            case "withdraw-application", "close-onboarding", "close-introduction" -> new WaitEnded(false);
            case "open-task" -> new TaskOpened(UUID.randomUUID(), ++round, "partner-team", in(2), in(3), in(7));
            case "open-introduction" ->
                new IntroductionOpened(
                        UUID.randomUUID(), ++round, "partner-team", caseUrl(), in(2), in(3), in(5), in(10));
            case "create-space" -> new SpaceCreated(OWNER);
            case "activate-space" -> new SpaceActivated(false);
            case "send-invitation" -> new InvitationSent("open", INVITATION);
            case "expire-invitation" -> new InvitationExpired("expired");
            case "start-offboarding" -> new OffboardingStarted(caseUrl());
            case "suspend-platform" -> new PlatformSuspended(in(23), in(29), in(30));
            case "record-decision" -> recorded(variables);
            default -> new Nothing();
        };
    }

    /** As the real step does: what the console wrote wins, else what Tasklist's form says, else ask again. */
    private DecisionRecorded recorded(Map<String, Object> variables) {
        String inConsole = consoleDecisions.poll();
        if (inConsole != null) {
            return new DecisionRecorded(inConsole, "console", null);
        }
        Object inTasklist = variables.get("answer") instanceof Map<?, ?> answer ? answer.get("decision") : null;
        return new DecisionRecorded(
                inTasklist == null ? DecisionRecorded.REOPEN : inTasklist.toString(), "tasklist", null);
    }

    private String caseUrl() {
        return "https://onboarding.example/team/applications/" + applicationId;
    }

    Instant in(int days) {
        return now.get().plus(Duration.ofDays(days));
    }

    static List<String> inputs(JobType<?, ?> type) {
        return Arrays.stream(type.input().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    static List<String> requiredInputs(JobType<?, ?> type) {
        return Arrays.stream(type.input().getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    /** The record's components as the engine keeps them: ids, instants and durations as text. */
    static Map<String, Object> variables(Record output) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (RecordComponent component : output.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                variables.put(component.getName(), value(component.getAccessor().invoke(output)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The component " + component + " cannot be read.", e);
            }
        }
        return variables;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof Record nested) {
            return variables(nested);
        }
        return value instanceof UUID || value instanceof Instant || value instanceof Duration
                ? value.toString()
                : value;
    }
}
