package io.rocketbots.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelLintTest {

    private static final String CALL = "reseller-call";
    private static final String ONBOARDING = "reseller-onboarding";
    private static final String DOMAIN = "domain-setup";

    /** A model with one thing put wrong, and what the rule must say about it. */
    record BadSample(String rule, String model, String right, String wrong, String finding) {}

    @ParameterizedTest
    @MethodSource("rules")
    void theModelsKeepTheRule(String rule) {
        assertThat(ModelLint.findings(rule, models())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badSamples")
    void theRuleFindsWhatBreaksIt(BadSample sample) {
        List<Model> models = ModelFiles.bpmn().stream()
                .map(file -> Model.nameOf(file).equals(sample.model()) ? broken(file, sample) : Model.read(file))
                .toList();

        assertThat(ModelLint.findings(sample.rule(), models))
                .anySatisfy(finding -> assertThat(finding).contains(sample.finding()));
    }

    @Test
    void everyRuleHasABadSample() {
        Set<String> sampled = badSamples().map(BadSample::rule).collect(Collectors.toSet());

        assertThat(sampled).isEqualTo(ModelLint.RULES.keySet());
    }

    @Test
    void everyFileIsRead() {
        assertThat(models())
                .extracting(Model::name, model -> model.nodes().isEmpty())
                .containsExactlyInAnyOrder(
                        tuple(CALL, false),
                        tuple(ONBOARDING, false),
                        tuple(DOMAIN, false),
                        tuple("domain-watch", false),
                        tuple("reseller-introduction", false),
                        tuple("reseller-offboarding", false),
                        tuple("space-provisioning", false),
                        tuple("user-invitation", false));
    }

    @Test
    void readsTheVariablesOfAnExpression() {
        assertThat(ModelVariables.readBy("=applicationId + \":\" + string(round)"))
                .containsExactly("applicationId", "round");
        assertThat(ModelVariables.readBy("=duration(timing.branding.first)")).containsExactly("timing");
        assertThat(ModelVariables.readBy("=null")).isEmpty();
    }

    static Set<String> rules() {
        return ModelLint.RULES.keySet();
    }

    static Stream<BadSample> badSamples() {
        return Stream.of(
                new BadSample(
                        "a file is named like its process and holds one",
                        CALL,
                        "<bpmn:process id=\"reseller-call\"",
                        "<bpmn:process id=\"call\"",
                        "reseller-call is in no model"),
                new BadSample("an id says kind and words", CALL, "Task_OpenTask", "Task_open_it", "Task_open_it"),
                new BadSample("an id says kind and words", CALL, "Gateway_WhatWasAgreed", "XOR_1", "XOR_1"),
                new BadSample(
                        "an id says kind and words",
                        CALL,
                        "Flow_OpenTask_CallReseller",
                        "Flow_1",
                        "should be Flow_OpenTask_CallReseller"),
                new BadSample(
                        "an id says kind and words",
                        CALL,
                        "Message_CallDecided",
                        "Message_1",
                        "should be Message_CallDecided"),
                new BadSample(
                        "an id says kind and words",
                        DOMAIN,
                        "\"Error_DomainChanged\"",
                        "\"Error_1\"",
                        "should be Error_DomainChanged"),
                new BadSample(
                        "whatever a person reads has a name",
                        CALL,
                        " name=\"Call the reseller\"",
                        "",
                        "Task_CallReseller needs a name"),
                new BadSample(
                        "whatever a person reads has a name",
                        CALL,
                        "name=\"Time extended\"",
                        "name=\"time extended\"",
                        "EndEvent_TimeExtended should be named like a sentence"),
                new BadSample(
                        "whatever a person reads has a name",
                        CALL,
                        "name=\"Open task\"",
                        "name=\"Prepare\"",
                        "Task_OpenTask should be named by its words"),
                new BadSample(
                        "everything is drawn",
                        CALL,
                        "bpmnElement=\"Task_OpenTask\"",
                        "bpmnElement=\"Elsewhere\"",
                        "Task_OpenTask is not drawn"),
                new BadSample(
                        "everything is drawn",
                        CALL,
                        "bpmnElement=\"Flow_OpenTask_CallReseller\"",
                        "bpmnElement=\"Elsewhere\"",
                        "Flow_OpenTask_CallReseller is not drawn"),
                new BadSample(
                        "everything is drawn",
                        CALL,
                        "<di:waypoint x=\"450\" y=\"240\" />",
                        "<di:waypoint x=\"450\" y=\"260\" />",
                        "Flow_OpenTask_CallReseller runs askew"),
                new BadSample(
                        "everything is drawn",
                        CALL,
                        "<di:waypoint x=\"450\" y=\"240\" />",
                        "<di:waypoint x=\"460\" y=\"240\" />",
                        "Flow_OpenTask_CallReseller does not touch what it connects"),
                new BadSample(
                        "every node lists its flows",
                        CALL,
                        "<bpmn:incoming>Flow_TaskNeeded_OpenTask</bpmn:incoming>",
                        "",
                        "Task_OpenTask does not list"),
                new BadSample(
                        "a job type is its element's words",
                        CALL,
                        "type=\"open-task\"",
                        "type=\"make-task\"",
                        "Task_OpenTask should have the job type open-task"),
                new BadSample(
                        "a job type is its element's words",
                        CALL,
                        "type=\"open-task\" retries=\"3\"",
                        "type=\"open-task\" retries=\"1\"",
                        "Task_OpenTask should have three retries"),
                new BadSample(
                        "models and code know the same job types",
                        ONBOARDING,
                        "type=\"go-live\"",
                        "type=\"go-alive\"",
                        "go-alive is not in the code"),
                new BadSample(
                        "models and code know the same job types",
                        ONBOARDING,
                        "type=\"go-live\"",
                        "type=\"link-account\"",
                        "go-live is in no model"),
                new BadSample(
                        "models and code know the same messages",
                        CALL,
                        "name=\"call-decided\"",
                        "name=\"called\"",
                        "call-decided is in no model"),
                new BadSample(
                        "models and code know the same messages",
                        CALL,
                        "correlationKey=\"=applicationId + &quot;:&quot; + string(round)\"",
                        "correlationKey=\"=applicationId\"",
                        "Message_CallDecided is correlated on another key"),
                new BadSample(
                        "models and code know the same messages",
                        DOMAIN,
                        "messageRef=\"Message_DnsCheckRequested\"",
                        "messageRef=\"Message_DomainChanged\"",
                        "Message_DnsCheckRequested is awaited by nothing"),
                new BadSample(
                        "models and code know the same errors",
                        DOMAIN,
                        "errorCode=\"DOMAIN_CHANGED\"",
                        "errorCode=\"DOMAIN_LOST\"",
                        "DOMAIN_LOST is not in the code"),
                new BadSample(
                        "models and code know the same errors",
                        DOMAIN,
                        "errorRef=\"Error_DomainChanged\"",
                        "errorRef=\"Error_Other\"",
                        "Error_DomainChanged is caught by nothing"),
                new BadSample(
                        "a variable that is read was set on every way",
                        CALL,
                        "target=\"businessId\"",
                        "target=\"business\"",
                        "Task_OpenTask needs the variable businessId"),
                new BadSample(
                        "a variable that is read was set on every way",
                        ONBOARDING,
                        "type=\"confirm-receipt\"",
                        "type=\"go-live\"",
                        "BoundaryEvent_FirstActivationReminderDue reads the variable timing"),
                new BadSample(
                        "a variable that is read was set on every way",
                        ONBOARDING,
                        "<zeebe:input source=\"=domainId\" target=\"domainId\" />",
                        "",
                        "domain-setup/Task_CheckCname needs the variable domainId"),
                new BadSample(
                        "a variable that is read was set on every way",
                        ONBOARDING,
                        "<zeebe:input source=\"=&quot;branding&quot;\" target=\"about\" />",
                        "",
                        "reseller-call/Task_CallReseller shows the variable about"),
                new BadSample(
                        "a variable that is read was set on every way",
                        DOMAIN,
                        "type=\"check-cname\"",
                        "type=\"send-diagnosis\"",
                        "Gateway_CnameFound reads the variable cnameFound"),
                new BadSample(
                        "what is referred to exists and is deployed together",
                        CALL,
                        "formId=\"call-reseller\"",
                        "formId=\"call-somebody\"",
                        "there is no call-somebody"),
                new BadSample(
                        "what is referred to exists and is deployed together",
                        ONBOARDING,
                        "decisionId=\"application-triage\"",
                        "decisionId=\"triage\"",
                        "there is no triage"),
                new BadSample(
                        "what is referred to exists and is deployed together",
                        ONBOARDING,
                        "processId=\"domain-setup\"",
                        "processId=\"domain\"",
                        "there is no domain"),
                new BadSample(
                        "what is referred to exists and is deployed together",
                        CALL,
                        "bindingType=\"deployment\"",
                        "bindingType=\"latest\"",
                        "formDefinition is not bound"),
                new BadSample(
                        "what is referred to exists and is deployed together",
                        ONBOARDING,
                        "propagateAllParentVariables=\"false\"",
                        "propagateAllParentVariables=\"true\"",
                        "a call hands over more than it names"),
                new BadSample(
                        "a duration is configuration",
                        DOMAIN,
                        "=duration(domainTiming.first)",
                        "=duration(\"P1D\")",
                        "BoundaryEvent_FirstReminderDue should take its time from a variable"),
                new BadSample(
                        "a duration is configuration",
                        DOMAIN,
                        "=nextCheckAt",
                        "PT30S",
                        "CatchEvent_NextCheckDue should take its time from a variable"),
                new BadSample(
                        "a user task has two doors, a reminder and an escalation",
                        CALL,
                        "<zeebe:userTask />",
                        "",
                        "is not one of Camunda's own user tasks"),
                new BadSample(
                        "a user task has two doors, a reminder and an escalation",
                        CALL,
                        "target=\"answer\"",
                        "target=\"decision\"",
                        "should leave nothing but the answer"),
                new BadSample(
                        "a user task has two doors, a reminder and an escalation",
                        CALL,
                        "attachedToRef=\"Task_CallReseller\">",
                        "attachedToRef=\"Task_CallReseller\" cancelActivity=\"false\">",
                        "has no door for the console"),
                new BadSample(
                        "a user task has two doors, a reminder and an escalation",
                        CALL,
                        "sourceRef=\"BoundaryEvent_CallDecided\" targetRef=\"Gateway_CallAnswered\"",
                        "sourceRef=\"BoundaryEvent_CallDecided\" targetRef=\"EndEvent_TimeExtended\"",
                        "has no door for the console"),
                new BadSample(
                        "a user task has two doors, a reminder and an escalation",
                        CALL,
                        "type=\"record-decision\"",
                        "type=\"open-task\"",
                        "does not lead to record-decision"),
                new BadSample(
                        "a user task has two doors, a reminder and an escalation",
                        CALL,
                        "type=\"escalate-task\"",
                        "type=\"remind-team\"",
                        "does not remind first and escalate then"),
                new BadSample(
                        "a gateway asks and its flows answer",
                        CALL,
                        "name=\"What was agreed?\"",
                        "name=\"Agreement\"",
                        "Gateway_WhatWasAgreed does not ask"),
                new BadSample(
                        "a gateway asks and its flows answer",
                        CALL,
                        " default=\"Flow_WhatWasAgreed_TaskNeeded\"",
                        "",
                        "Gateway_WhatWasAgreed has no default"),
                new BadSample(
                        "a gateway asks and its flows answer",
                        CALL,
                        " name=\"extend\"",
                        "",
                        "Flow_WhatWasAgreed_TimeExtended does not answer"),
                new BadSample(
                        "a gateway asks and its flows answer",
                        CALL,
                        "default=\"Flow_WhatWasAgreed_TaskNeeded\"",
                        "default=\"Flow_WhatWasAgreed_TimeExtended\"",
                        "Flow_WhatWasAgreed_TimeExtended is the default"),
                new BadSample(
                        "a decision's options are the form's",
                        CALL,
                        "=decision = &quot;close&quot;",
                        "=decision = &quot;end&quot;",
                        "Task_CallReseller offers"));
    }

    private static List<Model> models() {
        return ModelFiles.bpmn().stream().map(Model::read).toList();
    }

    private static Model broken(Path file, BadSample sample) {
        String text = Model.text(file);
        assertThat(text.contains(sample.right()))
                .as("%s is in the model", sample.right())
                .isTrue();
        return Model.parse(sample.model(), text.replace(sample.right(), sample.wrong()));
    }
}
