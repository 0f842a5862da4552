package io.rocketbots.onboarding.process;

import static io.rocketbots.onboarding.process.Model.id;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The rules that the models keep among themselves, with the code and with the forms. Each gives what breaks it. */
final class ModelLint {

    /** A rule over all models at once. */
    interface Rule extends Function<List<Model>, List<String>> {}

    /** Job types that more than one element of a process may have; all others are the words of their element. */
    private static final Set<String> SHARED_JOB_TYPES = Set.of("record-decision", "close-onboarding");

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("startEvent", "StartEvent"),
            Map.entry("endEvent", "EndEvent"),
            Map.entry("boundaryEvent", "BoundaryEvent"),
            Map.entry("intermediateCatchEvent", "CatchEvent"),
            Map.entry("intermediateThrowEvent", "ThrowEvent"),
            Map.entry("serviceTask", "Task"),
            Map.entry("userTask", "Task"),
            Map.entry("receiveTask", "Task"),
            Map.entry("businessRuleTask", "Task"),
            Map.entry("callActivity", "CallActivity"),
            Map.entry("exclusiveGateway", "Gateway"),
            Map.entry("parallelGateway", "Gateway"),
            Map.entry("eventBasedGateway", "Gateway"));

    private static final String APPLICATION = "=applicationId";
    private static final String DOMAIN = "=domainId";
    private static final String SPACE = "=spaceId";
    private static final String INVITATION = "=invitationId";

    /** What each message is correlated on; those that only start a process need no key in the model. */
    private static final Map<MessageType<?>, String> CORRELATION = Map.ofEntries(
            Map.entry(MessageTypes.APPLICATION_SUBMITTED, ""),
            Map.entry(MessageTypes.ACCOUNT_CREATED, ""),
            Map.entry(MessageTypes.DOMAIN_CHANGE_REQUESTED, ""),
            Map.entry(MessageTypes.DOMAIN_WENT_LIVE, ""),
            Map.entry(MessageTypes.REVIEW_DECIDED, "=applicationId + \":\" + string(reviewRound)"),
            Map.entry(MessageTypes.INFORMATION_PROVIDED, "=applicationId + \":\" + string(reviewRound)"),
            Map.entry(MessageTypes.DUPLICATE_ACCOUNT_RESOLVED, "=applicationId + \":\" + string(round)"),
            Map.entry(MessageTypes.CALL_DECIDED, "=applicationId + \":\" + string(round)"),
            Map.entry(MessageTypes.INTRODUCTION_MADE, "=resellerId + \":\" + string(round)"),
            Map.entry(MessageTypes.DOMAIN_HELP_DECIDED, "=domainId + \":\" + string(round)"),
            Map.entry(MessageTypes.ACCOUNT_ACTIVATED, APPLICATION),
            Map.entry(MessageTypes.BRANDING_COMPLETED, APPLICATION),
            Map.entry(MessageTypes.DOMAIN_REQUESTED, APPLICATION),
            Map.entry(MessageTypes.ONBOARDING_CANCELLED, APPLICATION),
            Map.entry(MessageTypes.DOMAIN_CHANGED, DOMAIN),
            Map.entry(MessageTypes.DOMAIN_RELEASED, DOMAIN),
            Map.entry(MessageTypes.DNS_CHECK_REQUESTED, DOMAIN),
            Map.entry(MessageTypes.OFFBOARDING_REQUESTED, ""),
            Map.entry(MessageTypes.OFFBOARDING_CONFIRMED, "=resellerId + \":\" + string(round)"),
            Map.entry(MessageTypes.OFFBOARDING_WITHDRAWN, "=offboardingId"),
            Map.entry(MessageTypes.SPACE_REQUESTED, ""),
            Map.entry(MessageTypes.SPACE_OWNER_JOINED, SPACE),
            Map.entry(MessageTypes.SPACE_CANCELLED, SPACE),
            Map.entry(MessageTypes.INVITATION_REQUESTED, ""),
            Map.entry(MessageTypes.INVITATION_ACCEPTED, INVITATION),
            Map.entry(MessageTypes.INVITATION_RESENT, INVITATION),
            Map.entry(MessageTypes.INVITATION_REVOKED, INVITATION),
            Map.entry(MessageTypes.INVITATION_UNDELIVERABLE, INVITATION));

    private static final Pattern TIMER = Pattern.compile("=[a-z]\\w*(\\.\\w+)*|=duration\\([a-z]\\w*(\\.\\w+)+\\)");
    private static final Pattern DECISION = Pattern.compile("=decision = \"([a-z-]+)\"");

    static final Map<String, Rule> RULES = rules();

    private ModelLint() {}

    /** What breaks that rule. */
    static List<String> findings(String rule, List<Model> models) {
        return requireNonNull(RULES.get(rule), rule).apply(models);
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("a file is named like its process and holds one", ModelLint::processes);
        rules.put("an id says kind and words", ModelLint::ids);
        rules.put("whatever a person reads has a name", ModelLint::names);
        rules.put("everything is drawn", each(ModelLint::drawn));
        rules.put("every node lists its flows", each(ModelLint::listed));
        rules.put("a job type is its element's words", each(ModelLint::jobTypesAreWords));
        rules.put("models and code know the same job types", ModelLint::jobTypes);
        rules.put("models and code know the same messages", ModelLint::messages);
        rules.put("models and code know the same errors", ModelLint::errors);
        rules.put("a variable that is read was set on every way", ModelLint::variables);
        rules.put("what is referred to exists and is deployed together", ModelLint::references);
        rules.put("a duration is configuration", each(ModelLint::timers));
        rules.put("a user task has two doors, a reminder and an escalation", ModelLint::userTasks);
        rules.put("a gateway asks and its flows answer", each(ModelLint::gateways));
        rules.put("a decision's options are the form's", ModelLint::options);
        return rules;
    }

    private static Rule each(Function<Model, List<String>> rule) {
        return models ->
                models.stream().flatMap(model -> rule.apply(model).stream()).toList();
    }

    private static List<String> processes(List<Model> models) {
        List<String> findings = new ArrayList<>();
        Set<String> known = new TreeSet<>();
        for (Model model : models) {
            if (model.ofKind("process").size() != 1 || !id(model.process()).equals(model.name())) {
                findings.add(model.name() + " holds another process than its name says");
            }
            known.add(id(model.process()));
        }
        findings.addAll(difference(
                known, Arrays.stream(ProcessId.values()).map(ProcessId::id).collect(Collectors.toSet()), "process"));
        return findings;
    }

    private static List<String> ids(List<Model> models) {
        List<String> findings = new ArrayList<>();
        for (Model model : models) {
            for (Element node : model.nodes()) {
                if (!id(node).matches(kind(node) + "_[A-Z][A-Za-z0-9]*")) {
                    findings.add(at(model, node) + " should begin with " + kind(node) + "_ and go on in words");
                }
            }
            for (Element flow : model.flows()) {
                String words =
                        "Flow_" + words(flow.getAttribute("sourceRef")) + "_" + words(flow.getAttribute("targetRef"));
                if (!id(flow).equals(words)) {
                    findings.add(at(model, flow) + " should be " + words);
                }
            }
            for (Element message : model.messages()) {
                String words = "Message_" + camel(message.getAttribute("name"), "-");
                if (!id(message).equals(words)) {
                    findings.add(at(model, message) + " should be " + words);
                }
            }
            for (Element error : model.errors()) {
                String words = "Error_" + camel(error.getAttribute("errorCode"), "_");
                if (!id(error).equals(words)) {
                    findings.add(at(model, error) + " should be " + words);
                }
            }
        }
        return findings;
    }

    private static String kind(Element node) {
        if (node.getLocalName().equals("subProcess")) {
            return Model.isEventSubProcess(node) ? "EventSubProcess" : "SubProcess";
        }
        return KINDS.getOrDefault(node.getLocalName(), "(a kind that this project does not use)");
    }

    private static List<String> names(List<Model> models) {
        List<String> findings = new ArrayList<>();
        for (Model model : models) {
            for (Element node : model.nodes()) {
                String name = node.getAttribute("name");
                boolean silent = node.getLocalName().equals("parallelGateway")
                        || (node.getLocalName().equals("exclusiveGateway")
                                && model.flowsFrom(node).size() == 1);
                if (silent != name.isEmpty()) {
                    findings.add(at(model, node) + (silent ? " needs no name" : " needs a name"));
                } else if (!silent && !name.matches("[A-Z].*")) {
                    findings.add(at(model, node) + " should be named like a sentence");
                }
                if (node.getLocalName().equals("serviceTask")
                        && !kebab(words(id(node)))
                                .equals(name.toLowerCase(Locale.ROOT).replace(' ', '-'))) {
                    findings.add(at(model, node) + " should be named by its words");
                }
            }
            if (Model.child(model.process(), Model.BPMN, "documentation").isEmpty()) {
                findings.add(model.name() + " does not say what it is for");
            }
        }
        return findings;
    }

    private static List<String> drawn(Model model) {
        List<String> findings = new ArrayList<>();
        for (Element node : model.nodes()) {
            if (model.drawing(node).isEmpty()) {
                findings.add(at(model, node) + " is not drawn");
            }
        }
        for (Element flow : model.flows()) {
            List<int[]> points = model.drawing(flow)
                    .map(edge -> Model.children(edge, "http://www.omg.org/spec/DD/20100524/DI", "waypoint").stream()
                            .map(p -> new int[] {number(p, "x"), number(p, "y")})
                            .toList())
                    .orElse(List.of());
            if (points.size() < 2) {
                findings.add(at(model, flow) + " is not drawn");
                continue;
            }
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i)[0] != points.get(i - 1)[0] && points.get(i)[1] != points.get(i - 1)[1]) {
                    findings.add(at(model, flow) + " runs askew");
                }
            }
            if (!touches(model, flow.getAttribute("sourceRef"), points.getFirst())
                    || !touches(model, flow.getAttribute("targetRef"), points.getLast())) {
                findings.add(at(model, flow) + " does not touch what it connects");
            }
        }
        return findings;
    }

    private static boolean touches(Model model, String node, int[] point) {
        return model.drawing(model.byId(node))
                .flatMap(shape -> Model.child(shape, "http://www.omg.org/spec/DD/20100524/DC", "Bounds"))
                .map(b -> {
                    int x = point[0] - number(b, "x");
                    int y = point[1] - number(b, "y");
                    int width = number(b, "width");
                    int height = number(b, "height");
                    boolean onSide = (x == 0 || x == width) && y >= 0 && y <= height;
                    boolean onTop = (y == 0 || y == height) && x >= 0 && x <= width;
                    return onSide || onTop;
                })
                .orElse(false);
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static List<String> listed(Model model) {
        List<String> findings = new ArrayList<>();
        for (Element node : model.nodes()) {
            if (!texts(node, "incoming").equals(ids(model.flowsTo(node)))
                    || !texts(node, "outgoing").equals(ids(model.flowsFrom(node)))) {
                findings.add(at(model, node) + " does not list the flows that lead to it and from it");
            }
        }
        return findings;
    }

    private static List<String> jobTypesAreWords(Model model) {
        List<String> findings = new ArrayList<>();
        for (Element task : model.ofKind("serviceTask")) {
            String type = Model.jobType(task).orElse("");
            if (!type.equals(kebab(words(id(task)))) && !SHARED_JOB_TYPES.contains(type)) {
                findings.add(at(model, task) + " should have the job type " + kebab(words(id(task))));
            }
            if (!Model.extension(task, "taskDefinition")
                    .map(e -> e.getAttribute("retries").equals("3"))
                    .orElse(false)) {
                findings.add(at(model, task) + " should have three retries");
            }
        }
        return findings;
    }

    private static List<String> jobTypes(List<Model> models) {
        Set<String> used = models.stream()
                .flatMap(model -> model.nodes().stream())
                .flatMap(node -> Model.jobType(node).stream())
                .collect(Collectors.toSet());
        return difference(used, JobTypes.all().stream().map(JobType::name).collect(Collectors.toSet()), "job type");
    }

    private static List<String> messages(List<Model> models) {
        List<String> findings = new ArrayList<>();
        Set<String> awaited = new HashSet<>();
        for (Model model : models) {
            Set<String> referred = model.nodes().stream()
                    .flatMap(node -> model.messageOf(node).stream())
                    .map(Model::id)
                    .collect(Collectors.toSet());
            for (Element message : model.messages()) {
                String name = message.getAttribute("name");
                String key = Model.extension(message, "subscription")
                        .map(s -> s.getAttribute("correlationKey"))
                        .orElse("");
                awaited.add(name);
                CORRELATION.forEach((type, expected) -> {
                    if (type.name().equals(name) && !expected.equals(key)) {
                        findings.add(at(model, message) + " is correlated on another key than " + expected);
                    }
                });
                if (!referred.contains(id(message))) {
                    findings.add(at(model, message) + " is awaited by nothing");
                }
            }
        }
        findings.addAll(difference(
                awaited, MessageTypes.all().stream().map(MessageType::name).collect(Collectors.toSet()), "message"));
        return findings;
    }

    private static List<String> errors(List<Model> models) {
        List<String> findings = new ArrayList<>();
        Set<String> caught = new HashSet<>();
        for (Model model : models) {
            for (Element event : model.ofKind("boundaryEvent")) {
                Model.child(event, Model.BPMN, "errorEventDefinition")
                        .map(definition -> model.byId(definition.getAttribute("errorRef")))
                        .ifPresent(error -> caught.add(error.getAttribute("errorCode")));
            }
            for (Element error : model.errors()) {
                if (!caught.contains(error.getAttribute("errorCode"))) {
                    findings.add(at(model, error) + " is caught by nothing");
                }
            }
        }
        findings.addAll(difference(
                caught, Arrays.stream(StepError.values()).map(Enum::name).collect(Collectors.toSet()), "error"));
        return findings;
    }

    private static List<String> variables(List<Model> models) {
        List<String> findings = new ArrayList<>();
        for (Model model : models) {
            ModelVariables variables = new ModelVariables(model, models);
            for (Element node : model.nodes()) {
                for (String missing : without(inputs(node), variables.at(node))) {
                    findings.add(at(model, node) + " needs the variable " + missing);
                }
                for (String missing : without(readOutside(model, node), variables.outside(node))) {
                    findings.add(at(model, node) + " reads the variable " + missing);
                }
                for (String missing : without(readInForm(node), variables.at(node))) {
                    findings.add(at(model, node) + " shows the variable " + missing);
                }
            }
        }
        return findings;
    }

    private static Set<String> inputs(Element node) {
        return Model.jobType(node).stream()
                .flatMap(name ->
                        JobTypes.all().stream().filter(type -> type.name().equals(name)))
                .flatMap(type -> ScriptedJobs.requiredInputs(type).stream())
                .collect(Collectors.toSet());
    }

    /** What the expressions read that the engine evaluates before the element has variables of its own. */
    private static Set<String> readOutside(Model model, Element node) {
        List<String> expressions = new ArrayList<>();
        Model.mappings(node, "input").forEach(mapping -> expressions.add(mapping.getAttribute("source")));
        Model.extension(node, "taskSchedule").ifPresent(e -> expressions.add(e.getAttribute("dueDate")));
        Model.extension(node, "priorityDefinition").ifPresent(e -> expressions.add(e.getAttribute("priority")));
        Model.extension(node, "assignmentDefinition")
                .ifPresent(e -> expressions.add(e.getAttribute("candidateGroups")));
        timer(node).ifPresent(expressions::add);
        if (!node.getLocalName().equals("startEvent")) {
            model.messageOf(node)
                    .flatMap(message -> Model.extension(message, "subscription"))
                    .ifPresent(subscription -> expressions.add(subscription.getAttribute("correlationKey")));
        }
        model.flowsFrom(node).stream()
                .filter(flow -> node.getLocalName().equals("exclusiveGateway"))
                .flatMap(flow -> Model.child(flow, Model.BPMN, "conditionExpression").stream())
                .forEach(condition -> expressions.add(condition.getTextContent()));
        return expressions.stream()
                .flatMap(expression -> ModelVariables.readBy(expression).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> readInForm(Element node) {
        return form(node).stream()
                .flatMap(form -> form.findValuesAsText("text").stream())
                .filter(text -> text.startsWith("="))
                .flatMap(text -> ModelVariables.readBy(text).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> references(List<Model> models) {
        List<String> findings = new ArrayList<>();
        Map<String, Set<String>> there = Map.of(
                "formId", namesOf(ModelFiles.forms()),
                "decisionId", namesOf(ModelFiles.dmn()),
                "processId", models.stream().map(Model::name).collect(Collectors.toSet()));
        for (Model model : models) {
            for (String extension : List.of("formDefinition", "calledDecision", "calledElement")) {
                for (Element reference : model.all(Model.ZEEBE, extension)) {
                    there.forEach((attribute, names) -> {
                        if (reference.hasAttribute(attribute) && !names.contains(reference.getAttribute(attribute))) {
                            findings.add(model.name() + ": there is no " + reference.getAttribute(attribute));
                        }
                    });
                    if (!reference.getAttribute("bindingType").equals("deployment")) {
                        findings.add(model.name() + ": " + extension + " is not bound to its own deployment");
                    }
                    if (extension.equals("calledElement")
                            && !(reference.getAttribute("propagateAllChildVariables") + "-"
                                            + reference.getAttribute("propagateAllParentVariables"))
                                    .equals("false-false")) {
                        findings.add(model.name() + ": a call hands over more than it names");
                    }
                }
            }
        }
        return findings;
    }

    private static List<String> timers(Model model) {
        List<String> findings = new ArrayList<>();
        for (Element node : model.nodes()) {
            timer(node)
                    .filter(expression -> !TIMER.matcher(expression).matches())
                    .ifPresent(expression -> findings.add(
                            at(model, node) + " should take its time from a variable, not from " + expression));
        }
        return findings;
    }

    private static Optional<String> timer(Element node) {
        return Model.child(node, Model.BPMN, "timerEventDefinition")
                .map(definition -> definition.getTextContent().strip());
    }

    private static List<String> userTasks(List<Model> models) {
        List<String> findings = new ArrayList<>();
        Set<String> forms = new HashSet<>();
        for (Model model : models) {
            for (Element task : model.ofKind("userTask")) {
                String formId = Model.extension(task, "formDefinition")
                        .map(e -> e.getAttribute("formId"))
                        .orElse("");
                forms.add(formId);
                if (Arrays.stream(TaskKind.values())
                        .noneMatch(kind ->
                                kind.formId().equals(formId) && kind.elementId().equals(id(task)))) {
                    findings.add(at(model, task) + " and its form are no TaskKind");
                }
                if (Model.extension(task, "userTask").isEmpty()) {
                    findings.add(at(model, task) + " is not one of Camunda's own user tasks");
                }
                if (!Model.mappings(task, "output").stream()
                        .map(mapping -> mapping.getAttribute("target"))
                        .toList()
                        .equals(List.of("answer"))) {
                    findings.add(at(model, task) + " should leave nothing but the answer");
                }
                List<Element> doors = model.boundaryEvents(task).stream()
                        .filter(Model::isInterrupting)
                        .filter(event -> model.messageOf(event)
                                .map(message -> message.getAttribute("name").equals(decidedMessage(formId)))
                                .orElse(false))
                        .toList();
                if (doors.size() != 1 || !model.targets(doors.getFirst()).equals(model.targets(task))) {
                    findings.add(at(model, task) + " has no door for the console that leads where its own does");
                }
                if (!model.targets(task).stream()
                        .flatMap(merge -> model.targets(merge).stream())
                        .flatMap(step -> Model.jobType(step).stream())
                        .toList()
                        .equals(List.of("record-decision"))) {
                    findings.add(at(model, task) + " does not lead to record-decision");
                }
                List<String> besides = model.boundaryEvents(task).stream()
                        .filter(event ->
                                !Model.isInterrupting(event) && timer(event).isPresent())
                        .flatMap(event -> model.targets(event).stream())
                        .flatMap(step -> Model.jobType(step).stream())
                        .map(type -> type.replaceFirst("-.*", ""))
                        .toList();
                if (!besides.equals(List.of("remind", "escalate"))) {
                    findings.add(at(model, task) + " does not remind first and escalate then");
                }
            }
        }
        findings.addAll(difference(
                forms, Arrays.stream(TaskKind.values()).map(TaskKind::formId).collect(Collectors.toSet()), "form"));
        return findings;
    }

    private static String decidedMessage(String formId) {
        return Arrays.stream(TaskKind.values())
                .filter(kind -> kind.formId().equals(formId))
                .map(kind -> kind.decidedMessage().name())
                .findFirst()
                .orElse("");
    }

    private static List<String> gateways(Model model) {
        List<String> findings = new ArrayList<>();
        for (Element gateway : model.nodes()) {
            List<Element> answers = model.flowsFrom(gateway);
            if (!gateway.getLocalName().endsWith("Gateway") || answers.size() < 2) {
                continue;
            }
            if (!gateway.getLocalName().equals("parallelGateway")
                    && !gateway.getAttribute("name").endsWith("?")) {
                findings.add(at(model, gateway) + " does not ask");
            }
            if (!gateway.getLocalName().equals("exclusiveGateway")) {
                continue;
            }
            if (gateway.getAttribute("default").isEmpty()) {
                findings.add(at(model, gateway) + " has no default");
            }
            for (Element answer : answers) {
                boolean isDefault = id(answer).equals(gateway.getAttribute("default"));
                if (answer.getAttribute("name").isEmpty()) {
                    findings.add(at(model, answer) + " does not answer");
                }
                if (isDefault
                        == Model.child(answer, Model.BPMN, "conditionExpression")
                                .isPresent()) {
                    findings.add(at(model, answer) + (isDefault ? " is the default" : " has no condition"));
                }
            }
        }
        return findings;
    }

    /** What the gateway behind a user task can tell apart is what its form offers; all else asks again. */
    private static List<String> options(List<Model> models) {
        List<String> findings = new ArrayList<>();
        for (Model model : models) {
            for (Element task : model.ofKind("userTask")) {
                Set<String> offered = form(task).map(ModelLint::decisions).orElse(Set.of());
                Set<String> told = model.targets(task).stream()
                        .flatMap(merge -> model.targets(merge).stream())
                        .flatMap(record -> model.targets(record).stream())
                        .flatMap(gateway -> model.flowsFrom(gateway).stream())
                        .flatMap(flow -> Model.child(flow, Model.BPMN, "conditionExpression").stream())
                        .map(condition -> DECISION.matcher(condition.getTextContent()))
                        .map(condition -> condition.matches() ? condition.group(1) : "(something else)")
                        .collect(Collectors.toSet());
                if (!told.equals(offered.isEmpty() ? fixedDecision(task) : offered)) {
                    findings.add(at(model, task) + " offers " + offered + ", but the model tells " + told + " apart");
                }
            }
        }
        return findings;
    }

    /** A form that asks for no decision has the one that its output mapping names. */
    private static Set<String> fixedDecision(Element task) {
        return Model.mappings(task, "output").stream()
                .map(mapping -> Pattern.compile("decision: \"([a-z-]+)\"").matcher(mapping.getAttribute("source")))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> decisions(JsonNode form) {
        Set<String> decisions = new TreeSet<>();
        for (JsonNode component : form.path("components")) {
            if (component.path("key").asText().equals("decision")) {
                component
                        .path("values")
                        .forEach(option -> decisions.add(option.path("value").asText()));
            }
        }
        return decisions;
    }

    private static Optional<JsonNode> form(Element task) {
        return Model.extension(task, "formDefinition").map(e -> e.getAttribute("formId")).stream()
                .flatMap(formId -> ModelFiles.forms().stream()
                        .filter(file -> Model.nameOf(file).equals(formId)))
                .map(ModelLint::json)
                .findFirst();
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(Model.text(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is not JSON.", e);
        }
    }

    private static List<String> difference(Set<String> inModels, Set<String> inCode, String what) {
        return Stream.concat(
                        without(inModels, inCode).stream()
                                .map(name -> "The " + what + " " + name + " is not in the code"),
                        without(inCode, inModels).stream().map(name -> "The " + what + " " + name + " is in no model"))
                .toList();
    }

    private static Set<String> without(Set<String> these, Set<String> those) {
        Set<String> rest = new TreeSet<>(these);
        rest.removeAll(those);
        return rest;
    }

    private static Set<String> namesOf(List<Path> files) {
        return files.stream().map(Model::nameOf).collect(Collectors.toSet());
    }

    private static Set<String> texts(Element node, String child) {
        return Model.children(node, Model.BPMN, child).stream()
                .map(Element::getTextContent)
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(Iterable<Element> elements) {
        Set<String> ids = new HashSet<>();
        elements.forEach(element -> ids.add(id(element)));
        return ids;
    }

    private static String at(Model model, Element element) {
        return model.name() + "/" + id(element);
    }

    private static String words(String id) {
        return id.substring(id.indexOf('_') + 1);
    }

    private static String kebab(String words) {
        return words.replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String camel(String name, String separator) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split(separator, -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
