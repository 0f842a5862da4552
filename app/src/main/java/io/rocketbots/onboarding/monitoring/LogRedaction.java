package io.rocketbots.onboarding.monitoring;

import io.rocketbots.onboarding.kernel.trace.EmailRedaction;
import org.springframework.boot.json.JsonWriter.Members;
import org.springframework.boot.json.JsonWriter.ValueProcessor;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * The last net under the log: takes email addresses out of every text in a structured line, since a database driver, say,
 * may put the values of a row into its exception.
 */
class LogRedaction implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(Members<Object> members) {
        members.applyingValueProcessor(ValueProcessor.of(String.class, EmailRedaction::of));
    }
}
