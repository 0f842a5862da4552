package io.rocketbots.onboarding.local.engine;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.rocketbots.onboarding.local.mode.FreePorts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the engine's client and an engine and does what networks and engines in trouble do: it hands every call on,
 * whatever its method, until it is told to be bad.
 */
public final class EngineProxy implements AutoCloseable {

    private static final MethodDescriptor.Marshaller<byte[]> BYTES = new MethodDescriptor.Marshaller<>() {
        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    /**
     * What is done to a call.
     *
     * @param method only to calls of that bare name, such as {@code PublishMessage}; to all where it is empty
     * @param refusal ends the call with that status before the engine hears of it
     * @param loss lets the engine do it and ends the call with that status in place of the answer
     * @param deaf never answers and hands nothing on
     * @param delay waits so long before it hands the call on
     */
    private record Trouble(
            String method,
            @Nullable Status refusal,
            @Nullable Status loss,
            boolean deaf,
            Duration delay) {

        boolean concerns(String called) {
            return method.isEmpty() || method.equals(called);
        }
    }

    private final int port = FreePorts.take(1).getFirst();
    private final ManagedChannel engine;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final Queue<String> called = new ConcurrentLinkedQueue<>();
    private final Queue<String> troubled = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Trouble trouble;
    private volatile @Nullable Server server;

    private EngineProxy(URI engine) throws IOException {
        this.engine = NettyChannelBuilder.forAddress(engine.getHost(), engine.getPort())
                .usePlaintext()
                .build();
        mend();
    }

    public static EngineProxy before(URI engine) throws IOException {
        return new EngineProxy(engine);
    }

    /** Where the client goes. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The methods that the engine was asked for since the last time, in their order. */
    public Queue<String> called() {
        return called;
    }

    /** The methods of the calls that met trouble, in their order. */
    public Queue<String> troubled() {
        return troubled;
    }

    /** Nobody listens any more, and whoever was connected is not. */
    public void cut() {
        Server running = server;
        if (running != null) {
            server = null;
            running.shutdownNow();
            awaitEnd(running);
        }
    }

    /** Takes calls and says nothing. */
    public void beDeaf() {
        trouble = new Trouble("", null, null, true, Duration.ZERO);
    }

    /** Hands each call on after that time only. */
    public void beSlow(Duration delay) {
        trouble = new Trouble("", null, null, false, delay);
    }

    /** Answers calls of that method with that status; the engine does not hear of them. */
    public void refuse(String method, Status.Code status) {
        trouble =
                new Trouble(method, status.toStatus().withDescription("the proxy refuses"), null, false, Duration.ZERO);
    }

    /** Lets the engine do what calls of that method ask for, and answers with that status instead. */
    public void loseAnswers(String method, Status.Code status) {
        trouble = new Trouble(
                method, null, status.toStatus().withDescription("the proxy lost the answer"), false, Duration.ZERO);
    }

    /** Everything is well again. */
    public void mend() throws IOException {
        trouble = null;
        if (server == null) {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .fallbackHandlerRegistry(new Everything())
                    .build()
                    .start();
        }
    }

    @Override
    public void close() {
        cut();
        later.shutdownNow();
        engine.shutdownNow();
    }

    private static void awaitEnd(Server ended) {
        try {
            ended.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Everything extends HandlerRegistry {

        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
            MethodDescriptor<byte[], byte[]> method = MethodDescriptor.<byte[], byte[]>newBuilder()
                    .setFullMethodName(name)
                    .setType(MethodDescriptor.MethodType.UNKNOWN)
                    .setRequestMarshaller(BYTES)
                    .setResponseMarshaller(BYTES)
                    .build();
            return ServerMethodDefinition.create(method, (call, headers) -> handle(method, call, headers));
        }
    }

    private ServerCall.Listener<byte[]> handle(
            MethodDescriptor<byte[], byte[]> method, ServerCall<byte[], byte[]> client, Metadata headers) {
        String name = String.valueOf(method.getBareMethodName());
        Trouble now = trouble;
        Trouble mine = now != null && now.concerns(name) ? now : null;
        if (mine != null) {
            troubled.add(name);
        }
        if (mine != null && mine.refusal() != null) {
            client.close(mine.refusal(), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        if (mine != null && mine.deaf()) {
            client.request(1);
            return new ServerCall.Listener<>() {};
        }
        called.add(name);
        Handed handed = new Handed(
                engine.newCall(method, CallOptions.DEFAULT),
                client,
                mine == null ? null : mine.loss(),
                mine == null ? Duration.ZERO : mine.delay());
        handed.start(headers);
        return handed;
    }

    /** A call that is handed on to the engine. */
    private final class Handed extends ServerCall.Listener<byte[]> {

        private final ClientCall<byte[], byte[]> engineCall;
        private final ServerCall<byte[], byte[]> client;
        private final @Nullable Status loss;
        private final Duration delay;

        Handed(
                ClientCall<byte[], byte[]> engineCall,
                ServerCall<byte[], byte[]> client,
                @Nullable Status loss,
                Duration delay) {
            this.engineCall = engineCall;
            this.client = client;
            this.loss = loss;
            this.delay = delay;
        }

        void start(Metadata headers) {
            inTime(() -> {
                engineCall.start(answers(), headers);
                engineCall.request(1);
                client.request(1);
            });
        }

        private ClientCall.Listener<byte[]> answers() {
            return new ClientCall.Listener<>() {
                @Override
                public void onHeaders(Metadata headers) {
                    if (loss == null) {
                        client.sendHeaders(headers);
                    }
                }

                @Override
                public void onMessage(byte[] message) {
                    if (loss == null) {
                        client.sendMessage(message);
                    }
                    engineCall.request(1);
                }

                @Override
                public void onClose(Status status, Metadata trailers) {
                    if (!client.isCancelled()) {
                        client.close(loss == null ? status : loss, loss == null ? trailers : new Metadata());
                    }
                }
            };
        }

        @Override
        public void onMessage(byte[] message) {
            inTime(() -> {
                engineCall.sendMessage(message);
                client.request(1);
            });
        }

        @Override
        public void onHalfClose() {
            inTime(engineCall::halfClose);
        }

        @Override
        public void onCancel() {
            inTime(() -> engineCall.cancel("the client went away", null));
        }

        // All of a call waits equally long, so it stays in its order.
        private void inTime(Runnable step) {
            if (delay.isZero()) {
                step.run();
            } else {
                var unused = later.schedule(step, delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }
}
