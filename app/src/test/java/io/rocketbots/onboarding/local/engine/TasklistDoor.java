package io.rocketbots.onboarding.local.engine;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.agrona.concurrent.UnsafeBuffer;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other door to the tasks of the team: completes them as Tasklist does. A cluster takes that over its REST API, which the
 * engine in this process does not have, so the command is written into its log.
 */
public final class TasklistDoor {

    private final LogStream stream;

    private TasklistDoor(LogStream stream) {
        this.stream = stream;
    }

    /** That of the application's own engine. */
    public static TasklistDoor of(ApplicationContext application) {
        return new TasklistDoor(
                Objects.requireNonNull(application.getBean(LocalEngine.class).engine()).stream());
    }

    /** Completes the newest open task of that element with what its form asks for. */
    public void complete(String elementId, Map<String, Object> form) {
        long key = newestTask(elementId);
        UserTaskRecord command = new UserTaskRecord()
                .setUserTaskKey(key)
                .setAction("complete")
                .setVariables(new UnsafeBuffer(
                        MsgPackConverter.convertToMsgPack(JsonMapper.shared().writeValueAsString(form))));
        RecordMetadata metadata = new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(ValueType.USER_TASK)
                .intent(UserTaskIntent.COMPLETE);
        stream.newLogStreamWriter()
                .tryWrite(WriteContext.userCommand(UserTaskIntent.COMPLETE), LogAppendEntry.of(key, metadata, command));
    }

    private long newestTask(String elementId) {
        TreeMap<Long, Intent> last = new TreeMap<>();
        try (LogStreamReader reader = stream.newLogStreamReader()) {
            while (reader.hasNext()) {
                LoggedEvent event = reader.next();
                RecordMetadata metadata = new RecordMetadata();
                event.readMetadata(metadata);
                if (metadata.getValueType() == ValueType.USER_TASK && metadata.getRecordType() == RecordType.EVENT) {
                    UserTaskRecord task = new UserTaskRecord();
                    event.readValue(task);
                    if (task.getElementId().equals(elementId)) {
                        last.put(task.getUserTaskKey(), metadata.getIntent());
                    }
                }
            }
        }
        last.values().removeIf(intent -> intent == UserTaskIntent.COMPLETED || intent == UserTaskIntent.CANCELED);
        return last.lastKey();
    }
}
