package io.rocketbots.onboarding.process;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which elements were completed and which flows taken by all scenarios of this test run. */
final class ModelCoverage {

    private static final Set<Class<?>> TEST_CLASSES = ConcurrentHashMap.newKeySet();
    private static final Set<String> COVERED = ConcurrentHashMap.newKeySet();

    private ModelCoverage() {}

    static void add(Class<?> testClass, List<Record<?>> records) {
        TEST_CLASSES.add(testClass);
        for (Record<?> record : records) {
            boolean counts = record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                    || record.getIntent() == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN;
            if (counts
                    && record.getRecordType() == RecordType.EVENT
                    && record.getValueType() == ValueType.PROCESS_INSTANCE) {
                ProcessInstanceRecordValue value = (ProcessInstanceRecordValue) record.getValue();
                COVERED.add(value.getBpmnProcessId() + "/" + value.getElementId());
            }
        }
    }

    /** Process id and element id of all that a scenario ran through, as {@code process/element}. */
    static Set<String> covered() {
        return Set.copyOf(COVERED);
    }

    static Set<Class<?>> testClasses() {
        return Set.copyOf(TEST_CLASSES);
    }
}
