package io.rocketbots.onboarding.journey;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/** Every line that the application logs, from its making until it is closed. */
final class LogLines implements AutoCloseable {

    private final Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            lines.add(event);
        }
    };

    LogLines() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    /** A line as it reads, with its ids and its stack trace. */
    List<String> texts() {
        return lines.stream()
                .map(line -> line.getFormattedMessage()
                        + " "
                        + line.getMDCPropertyMap()
                        + (line.getThrowableProxy() == null
                                ? ""
                                : " " + ThrowableProxyUtil.asString(line.getThrowableProxy())))
                .toList();
    }

    /** The first line that contains all of this, as soon as there is one. */
    ILoggingEvent await(String... parts) {
        return Awaitility.await("a line of the log with " + List.of(parts))
                .atMost(Mailbox.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> lines.stream()
                                .filter(line -> List.of(parts).stream()
                                        .allMatch(part ->
                                                (line.getFormattedMessage() + line.getMDCPropertyMap()).contains(part)))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
    }
}
