package io.camunda.zeebe.process.test.engine;

import com.google.protobuf.GeneratedMessage;
import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.stream.api.InterPartitionCommandSender;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.camunda.zeebe.util.buffer.BufferWriter;
import io.grpc.BindableService;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out the gRPC gateway of Zeebe Process Test, whose classes are visible in this package only: that is why this one
 * class of ours lies in a package that is not ours. It is the only one, and it does nothing but put those classes together.
 *
 * <p>The answers are written here and not by the class that comes with them: that one takes each engine to be the only one
 * of its JVM and of its log. Commands of a run that was killed are answered by the next run, to nobody.
 */
@NullMarked
public final class ProcessTestGateway {

    private static final int PARTITION = 1;
    private static final int PARTITIONS = 1;
    private static final int RUN_SHIFT = 20;

    private static final Logger log = LoggerFactory.getLogger(ProcessTestGateway.class);

    private final Requests requests;
    private final CommandSender sender;
    private final InMemoryJobStreamer streamer;
    private final GrpcToLogStreamGateway gateway;

    /**
     * Makes the gateway of one run of an engine.
     *
     * @param writer takes the commands
     * @param port where the gateway is told to listen, which it says of itself
     * @param run tells this run from all earlier ones of the same log: greater than any of theirs
     */
    public ProcessTestGateway(LogStreamWriter writer, int port, long run) {
        CommandWriter commands = new CommandWriter(writer);
        requests = new Requests(run);
        sender = new CommandSender(commands);
        streamer = new InMemoryJobStreamer(commands);
        gateway = new GrpcToLogStreamGateway(commands, PARTITION, PARTITIONS, port, requests, streamer);
    }

    /** What clients talk to. */
    public BindableService service() {
        return gateway;
    }

    /** Gives jobs to the workers that stream them. */
    public JobStreamer jobs() {
        return streamer;
    }

    /** Takes what the engine tells itself. */
    public InterPartitionCommandSender commands() {
        return sender;
    }

    /** Answers the clients. */
    public CommandResponseWriter answers() {
        return new Answers(requests);
    }

    /** Who waits for an answer, by numbers that no other run has given. */
    private static final class Requests extends GatewayRequestStore {

        private final AtomicLong offset = new AtomicLong();

        Requests(long run) {
            offset.set(run << RUN_SHIFT);
        }

        @Override
        Long registerNewRequest(Class<? extends GeneratedMessage> requestType, StreamObserver<?> responseObserver) {
            return super.registerNewRequest(requestType, responseObserver) + offset.get();
        }

        @Override
        @Nullable
        Request removeRequest(Long requestId) {
            return super.removeRequest(requestId - offset.get());
        }
    }

    /** Used by the engine's one thread, for one answer after the other. */
    private static final class Answers implements CommandResponseWriter {

        private final Requests requests;
        private final GrpcResponseMapper mapper = new GrpcResponseMapper();
        private final MutableDirectBuffer buffer = new ExpandableArrayBuffer();
        private final DirectBuffer value = new UnsafeBuffer();
        private long key;
        private Intent intent = Intent.UNKNOWN;
        private RejectionType rejection = RejectionType.NULL_VAL;
        private String reason = "";

        Answers(Requests requests) {
            this.requests = requests;
        }

        @Override
        public CommandResponseWriter partitionId(int partitionId) {
            return this;
        }

        @Override
        public CommandResponseWriter key(long key) {
            this.key = key;
            return this;
        }

        @Override
        public CommandResponseWriter intent(Intent intent) {
            this.intent = intent;
            return this;
        }

        @Override
        public CommandResponseWriter recordType(RecordType type) {
            return this;
        }

        @Override
        public CommandResponseWriter valueType(ValueType valueType) {
            return this;
        }

        @Override
        public CommandResponseWriter rejectionType(RejectionType rejectionType) {
            rejection = rejectionType;
            return this;
        }

        @Override
        public CommandResponseWriter rejectionReason(DirectBuffer rejectionReason) {
            reason = BufferUtil.bufferAsString(rejectionReason);
            return this;
        }

        @Override
        public CommandResponseWriter valueWriter(BufferWriter writer) {
            writer.write(buffer, 0);
            value.wrap(buffer, 0, writer.getLength());
            return this;
        }

        @Override
        @SuppressWarnings("unchecked")
        public void tryWriteResponse(int requestStreamId, long requestId) {
            GatewayRequestStore.Request request = requests.removeRequest(requestId);
            if (request == null) {
                log.debug("Request {} belongs to a run that is over.", requestId);
                return;
            }
            StreamObserver<GeneratedMessage> client = (StreamObserver<GeneratedMessage>) request.responseObserver();
            try {
                if (rejection == RejectionType.NULL_VAL) {
                    client.onNext(mapper.map(request.requestType(), value, key, intent));
                    client.onCompleted();
                } else {
                    client.onError(
                            StatusProto.toStatusException(mapper.createRejectionResponse(rejection, intent, reason)));
                }
            } catch (RuntimeException gone) {
                // The command is done all the same: an engine does not wait for whoever asked.
                log.debug("Nobody waits for the answer to request {} any more.", requestId, gone);
            }
        }
    }
}
