package io.rocketbots.onboarding.kernel.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.mail.MailQueue.Claimed;
import io.rocketbots.onboarding.kernel.trace.Traces;
import java.util.function.Supplier;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** What is seen of mails from outside: how many of each template went how, in the trace of what queued them. */
@Component
class MailWatch {

    private final Traces traces;
    private final MeterRegistry meters;

    MailWatch(Traces traces, MeterRegistry meters) {
        this.traces = traces;
        this.meters = meters;
        // From the start, so that the first refusal of a template is seen as a change from 0 to 1.
        for (MailTemplate template : MailTemplate.values()) {
            for (MailResult result : MailResult.values()) {
                counter(template, result);
            }
        }
    }

    void over(Claimed mail, Supplier<MailResult> work) {
        ApplicationId application = mail.application();
        if (application != null) {
            MDC.put("applicationId", application.value().toString());
        }
        Observation observation = traces.takeOver("onboarding.mail.send", mail.traceparent())
                .contextualName(mail.template().id());
        try {
            observation.observe(() -> {
                MailResult result = work.get();
                observation.lowCardinalityKeyValue("result", result.tag());
                counter(mail.template(), result).increment();
            });
        } finally {
            MDC.remove("applicationId");
        }
    }

    private Counter counter(MailTemplate template, MailResult result) {
        return Counter.builder("onboarding.mails")
                .description("Tries to send a mail, by what became of them")
                .tag("template", template.id())
                .tag("result", result.tag())
                .register(meters);
    }
}
