package io.rocketbots.onboarding.process;

import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_ACTIVATED;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_COMPLETED;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.ELEMENT_TERMINATED;
import static io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import io.rocketbots.onboarding.process.Variables.DomainChangeRequested;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.ForInvitation;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.process.Variables.OffboardingRequested;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One case played from its start: what applicants, resellers and the team do, what the steps answer, and how much time
 * passes. The scenarios of a test class share an engine; what each ran through counts for the models' coverage.
 */
final class Scenario implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    private static final String CASE_URL = "https://onboarding.example/team/applications/1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Map<String, byte[]>> models;
    private final @Nullable Supplier<Map<String, byte[]>> newerModels;
    private Map<String, Long> newerDefinitions = Map.of();
    private @Nullable EmbeddedEngine engine;
    private @Nullable ScriptedJobs jobs;
    private KnownFacts known = new KnownFacts();
    private int begin;

    Scenario() {
        this(EmbeddedEngine::resources, null);
    }

    private Scenario(Supplier<Map<String, byte[]>> models, @Nullable Supplier<Map<String, byte[]>> newerModels) {
        this.models = models;
        this.newerModels = newerModels;
    }

    /** Of cases that begin on the first of these models, and may be moved to the others. */
    static Scenario moving(Supplier<Map<String, byte[]>> models, Supplier<Map<String, byte[]>> newerModels) {
        return new Scenario(models, newerModels);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        engine = new EmbeddedEngine();
        if (newerModels != null) {
            // First, so that the other ones are the latest, on which every case begins: all tests share two
            // deployments.
            newerDefinitions = engine.deploy(newerModels.get());
        }
        engine.deploy(models.get());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        begin = engine().records().size();
        jobs = new ScriptedJobs(engine()::now);
        known = new KnownFacts();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (newerModels == null) {
            ModelCoverage.add(context.getRequiredTestClass(), records());
        }
        runningInstances().forEach(engine()::cancel);
        engine().awaitProcessed();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        engine().close();
    }

    private EmbeddedEngine engine() {
        return requireNonNull(engine);
    }

    /** What the engine wrote since this scenario began. */
    private List<Record<?>> records() {
        List<Record<?>> all = engine().records();
        return all.subList(begin, all.size());
    }

    private Stream<Record<?>> records(ValueType valueType, Intent... intents) {
        List<Intent> wanted = List.of(intents);
        return records().stream()
                .filter(r -> r.getRecordType() == RecordType.EVENT)
                .filter(r -> r.getValueType() == valueType && wanted.contains(r.getIntent()));
    }

    ScriptedJobs jobs() {
        return requireNonNull(jobs);
    }

    // what starts a case

    void submitApplication() {
        publish(
                MessageTypes.APPLICATION_SUBMITTED,
                applicationId(),
                ScriptedJobs.variables(new ForApplication(jobs().applicationId)));
    }

    void createAccount() {
        publish(
                MessageTypes.ACCOUNT_CREATED,
                resellerId(),
                ScriptedJobs.variables(new ForCase(jobs().applicationId, jobs().resellerId)));
    }

    void requestSpace() {
        publish(MessageTypes.SPACE_REQUESTED, spaceId(), ScriptedJobs.variables(new ForSpace(jobs().spaceId)));
    }

    /** As reseller-onboarding calls it. */
    void offboardingIsRequested() {
        publish(
                MessageTypes.OFFBOARDING_REQUESTED,
                resellerId(),
                ScriptedJobs.variables(
                        new OffboardingRequested(jobs().applicationId, jobs().resellerId, jobs().offboardingId)));
    }

    String offboardingId() {
        return jobs().offboardingId.toString();
    }

    void callIsNeeded() {
        engine().start(
                        ProcessId.RESELLER_CALL,
                        Map.of("applicationId", applicationId(), "about", "activation", "caseUrl", CASE_URL));
    }

    /** As reseller-onboarding calls it. */
    void domainIsRequested() {
        engine().start(
                        ProcessId.DOMAIN_SETUP,
                        Map.of(
                                "applicationId",
                                applicationId(),
                                "resellerId",
                                resellerId(),
                                "domainId",
                                domainId(),
                                "caseUrl",
                                CASE_URL));
    }

    /** The platform is live, and the reseller wants another name for it. */
    void domainChangeIsRequested() {
        publish(
                MessageTypes.DOMAIN_CHANGE_REQUESTED,
                domainId(),
                ScriptedJobs.variables(
                        new DomainChangeRequested(jobs().applicationId, jobs().resellerId, jobs().domainId)));
    }

    void domainGoesLive() {
        publish(MessageTypes.DOMAIN_WENT_LIVE, domainId(), ScriptedJobs.variables(new ForDomain(jobs().domainId)));
    }

    void invites() {
        publish(
                MessageTypes.INVITATION_REQUESTED,
                invitationId(),
                ScriptedJobs.variables(new ForInvitation(jobs().invitationId)));
    }

    /** Approved, the account is made, and the welcome is next. */
    void reachesSendWelcome() {
        submitApplication();
        decidesInTasklist("Task_ReviewApplication", "approve");
        hasPassed("Task_SendWelcome");
    }

    void reachesActivation() {
        reachesSendWelcome();
        waitsAt("Task_AwaitActivation");
    }

    /** Activated; the reseller has set neither brand nor domain. */
    void reachesSetUp() {
        reachesActivation();
        happens(MessageTypes.ACCOUNT_ACTIVATED, applicationId());
        hasPassed("Gateway_SetupBegun");
        hasPassed("Task_CheckBranding");
        hasPassed("Task_CheckDomainRequest");
    }

    // what happens meanwhile

    String applicationId() {
        return jobs().applicationId.toString();
    }

    String resellerId() {
        return jobs().resellerId.toString();
    }

    String domainId() {
        return jobs().domainId.toString();
    }

    String spaceId() {
        return jobs().spaceId.toString();
    }

    String invitationId() {
        return jobs().invitationId.toString();
    }

    void happens(MessageType<Nothing> message, String correlationKey) {
        publish(message, correlationKey, Map.of());
    }

    void requestsDomain() {
        publish(MessageTypes.DOMAIN_REQUESTED, applicationId(), ScriptedJobs.variables(new ForDomain(jobs().domainId)));
    }

    /** The console's door: a decision row, then the message for that round. */
    void decidesInConsole(TaskKind kind, String businessId, int round, String decision) {
        jobs().decidedInConsole(decision);
        happens(kind.decidedMessage(), businessId + ":" + round);
    }

    /** Tasklist's door: the form, completed. */
    void decidesInTasklist(String elementId, Map<String, Object> form) {
        await(() -> !openUserTasks(elementId).isEmpty(), "waits at " + elementId);
        Record<?> task = openUserTasks(elementId).getFirst();
        engine().completeUserTask(task.getKey(), form);
        await(
                () -> openUserTasks(elementId).stream().noneMatch(open -> open.getKey() == task.getKey()),
                "has left " + elementId);
    }

    void decidesInTasklist(String elementId, String decision) {
        decidesInTasklist(elementId, Map.of("decision", decision, "decidedBy", "R-17"));
    }

    void passes(Duration time) {
        settle();
        engine().advance(time);
    }

    /** Time up to a moment that lies that long after another. */
    void passesFrom(Duration already, Duration until) {
        passes(until.minus(already));
    }

    /** Every instance that runs is moved to the newer models; each id that is mapped stays what it is. */
    void everythingMoves(Function<ProcessId, Set<String>> plan) {
        settle();
        for (ProcessInstanceRecordValue instance : runningProcesses()) {
            ProcessId process = ProcessId.find(instance.getBpmnProcessId()).orElseThrow();
            engine().migrate(
                            instance.getProcessInstanceKey(),
                            requireNonNull(newerDefinitions.get(process.id())),
                            plan.apply(process));
        }
        engine().awaitProcessed();
    }

    // what must be so

    void waitsAt(String elementId) {
        waitsAt(elementId, 1);
    }

    /** For the n-th time since the case began, and stays there. */
    void waitsAt(String elementId, int times) {
        await(() -> count(elementId, ELEMENT_ACTIVATED) == times && isActive(elementId), "waits at " + elementId);
    }

    void hasPassed(String elementId) {
        hasPassed(elementId, 1);
    }

    void hasPassed(String elementId, int times) {
        await(() -> count(elementId, ELEMENT_COMPLETED) == times, "has passed " + elementId + " x " + times);
    }

    void hasNotReached(String elementId) {
        settleForGood();
        assertThat(count(elementId, ELEMENT_ACTIVATED)).as(elementId).isZero();
    }

    void hasLeftWithoutCompleting(String elementId) {
        await(() -> count(elementId, ELEMENT_TERMINATED) > 0 && !isActive(elementId), "has left " + elementId);
    }

    void isOver() {
        await(this::nothingRuns, "is over");
    }

    void isNotOver() {
        settleForGood();
        assertThat(nothingRuns()).as("is over").isFalse();
    }

    /** The process with that end is over and took no other end of its own. */
    void endedAt(String endEventId) {
        hasPassed(endEventId);
        isOver();
    }

    UserTaskRecordValue userTask(String elementId) {
        waitsAt(elementId);
        return (UserTaskRecordValue) openUserTasks(elementId).getFirst().getValue();
    }

    /** The last value of a process variable, as JSON. */
    String variable(String name) {
        settle();
        return records(ValueType.VARIABLE, VariableIntent.CREATED, VariableIntent.UPDATED)
                .map(r -> (VariableRecordValue) r.getValue())
                .filter(v -> v.getName().equals(name) && v.getScopeKey() == v.getProcessInstanceKey())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new AssertionError("There is no variable " + name + "."))
                .getValue();
    }

    /** What the last job of that type was given. */
    Map<String, Object> inputs(JobType<?, ?> type) {
        return jobs().lastInputs(type);
    }

    Map<String, Object> decide(String decisionId, Map<String, Object> variables) {
        return engine().decide(decisionId, variables);
    }

    // how it is played

    private void await(BooleanSupplier condition, String description) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            settle();
            if (condition.getAsBoolean() && followed()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        } while (System.nanoTime() < deadline);
        throw new AssertionError("Expected that the case " + description + ", but active are " + active()
                + " and completed were " + completed() + ".\nWhat is known leads to "
                + known.active(engine().now()) + ", and the engine stands at " + standing()
                + ".\nWhat is known leads past " + known.passed(engine().now()) + ", and the engine came past "
                + passed());
    }

    /**
     * Whether what the steps and messages told leads to where the engine stands, and along the way it took: that is known
     * of the present models only.
     */
    private boolean followed() {
        if (newerModels != null) {
            return true;
        }
        return known.active(engine().now()).equals(standing())
                && known.passed(engine().now()).equals(passed());
    }

    /** Every active element of each instance, as the engine has it. */
    private Map<Long, List<String>> standing() {
        Map<Long, Record<?>> active = new LinkedHashMap<>();
        elements(ELEMENT_ACTIVATED).forEach(r -> active.put(r.getKey(), r));
        elements(ELEMENT_COMPLETED, ELEMENT_TERMINATED).forEach(r -> active.remove(r.getKey()));
        return byInstance(active.values().stream());
    }

    /** Every element that was completed and every flow that was taken, so often as it was. */
    private Map<Long, List<String>> passed() {
        return byInstance(elements(ELEMENT_COMPLETED, SEQUENCE_FLOW_TAKEN));
    }

    private Map<Long, List<String>> byInstance(Stream<Record<?>> elements) {
        return elements.map(Scenario::element)
                .filter(element -> element.getBpmnElementType() != BpmnElementType.PROCESS)
                .collect(Collectors.groupingBy(
                        ProcessInstanceRecordValue::getProcessInstanceKey,
                        TreeMap::new,
                        Collectors.mapping(ProcessInstanceRecordValue::getElementId, KnownFacts.sorted())));
    }

    private void publish(MessageType<?> type, String correlationKey, Map<String, Object> variables) {
        engine().publish(type, correlationKey, variables);
        known.sent(engine().now(), type, correlationKey);
    }

    /** Answers jobs until there are none left. */
    private void settle() {
        engine().awaitProcessed();
        for (Set<String> types = openJobTypes(); !types.isEmpty(); types = openJobTypes()) {
            types.forEach(this::work);
            engine().awaitProcessed();
        }
        List<String> incidents = records(ValueType.INCIDENT, IncidentIntent.CREATED)
                .map(r -> (IncidentRecordValue) r.getValue())
                .map(i -> i.getElementId() + ": " + i.getErrorMessage())
                .toList();
        assertThat(incidents).as("incidents").isEmpty();
    }

    private void settleForGood() {
        settle();
        engine().awaitIdle();
        settle();
    }

    private void work(String name) {
        JobType<?, ?> type = JobTypes.all().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no job type " + name + "."));
        for (EmbeddedEngine.TakenJob job : engine().take(name, KnownFacts.with(ScriptedJobs.inputs(type)))) {
            Object answer = jobs().answer(type, job.elementId(), job.variables());
            known.ended(engine().now(), job, answer);
            if (answer instanceof StepError error) {
                engine().throwError(job, error);
            } else {
                engine().complete(job, ScriptedJobs.variables((java.lang.Record) answer));
            }
        }
    }

    private Set<String> openJobTypes() {
        Map<Long, String> open = new LinkedHashMap<>();
        for (Record<?> record : records()) {
            if (record.getRecordType() == RecordType.EVENT && record.getValueType() == ValueType.JOB) {
                Intent intent = record.getIntent();
                if (intent == JobIntent.CREATED) {
                    open.put(record.getKey(), ((JobRecordValue) record.getValue()).getType());
                } else if (intent == JobIntent.COMPLETED
                        || intent == JobIntent.CANCELED
                        || intent == JobIntent.ERROR_THROWN) {
                    open.remove(record.getKey());
                }
            }
        }
        return new HashSet<>(open.values());
    }

    private List<Record<?>> openUserTasks(String elementId) {
        Map<Long, Record<?>> open = new LinkedHashMap<>();
        for (Record<?> record : records()) {
            if (record.getRecordType() == RecordType.EVENT && record.getValueType() == ValueType.USER_TASK) {
                if (record.getIntent() == UserTaskIntent.CREATED) {
                    open.put(record.getKey(), record);
                } else if (record.getIntent() == UserTaskIntent.COMPLETED
                        || record.getIntent() == UserTaskIntent.CANCELED) {
                    open.remove(record.getKey());
                }
            }
        }
        return open.values().stream()
                .filter(r -> ((UserTaskRecordValue) r.getValue()).getElementId().equals(elementId))
                .toList();
    }

    private Stream<Record<?>> elements(Intent... intents) {
        return records(ValueType.PROCESS_INSTANCE, intents);
    }

    private long count(String elementId, Intent intent) {
        return elements(intent)
                .filter(r -> element(r).getElementId().equals(elementId))
                .count();
    }

    private boolean isActive(String elementId) {
        return active().contains(elementId);
    }

    private boolean nothingRuns() {
        return elements(ELEMENT_ACTIVATED).anyMatch(r -> element(r).getBpmnElementType() == BpmnElementType.PROCESS)
                && active().isEmpty();
    }

    private Set<String> active() {
        Map<Long, String> active = new LinkedHashMap<>();
        elements(ELEMENT_ACTIVATED)
                .forEach(r -> active.put(r.getKey(), element(r).getElementId()));
        elements(ELEMENT_COMPLETED, ELEMENT_TERMINATED).forEach(r -> active.remove(r.getKey()));
        return new HashSet<>(active.values());
    }

    private List<ProcessInstanceRecordValue> runningProcesses() {
        Map<Long, ProcessInstanceRecordValue> running = new LinkedHashMap<>();
        elements(ELEMENT_ACTIVATED)
                .filter(r -> element(r).getBpmnElementType() == BpmnElementType.PROCESS)
                .forEach(r -> running.put(r.getKey(), element(r)));
        elements(ELEMENT_COMPLETED, ELEMENT_TERMINATED).forEach(r -> running.remove(r.getKey()));
        return List.copyOf(running.values());
    }

    private Set<Long> runningInstances() {
        Set<Long> running = elements(ELEMENT_ACTIVATED)
                .filter(r -> element(r).getBpmnElementType() == BpmnElementType.PROCESS
                        && element(r).getParentProcessInstanceKey() < 0)
                .map(Record::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        elements(ELEMENT_COMPLETED, ELEMENT_TERMINATED).forEach(r -> running.remove(r.getKey()));
        return running;
    }

    private Set<String> completed() {
        return elements(ELEMENT_COMPLETED).map(r -> element(r).getElementId()).collect(Collectors.toSet());
    }

    private static ProcessInstanceRecordValue element(Record<?> record) {
        return (ProcessInstanceRecordValue) record.getValue();
    }
}
