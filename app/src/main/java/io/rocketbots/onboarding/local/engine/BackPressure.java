package io.rocketbots.onboarding.local.engine;

import io.grpc.ForwardingServerCall;
import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Refuses commands with RESOURCE_EXHAUSTED while too many wait for their answer, as the brokers of a cluster do. Answers to
 * jobs are always taken, there as here: they make the load less.
 */
final class BackPressure implements ServerInterceptor {

    private static final Set<String> ALWAYS_TAKEN =
            Set.of("CompleteJob", "FailJob", "ThrowError", "DeployResource", "Topology", "StreamActivatedJobs");

    private final Semaphore room;

    /**
     * Makes one with that bound.
     *
     * @param most as many commands may wait for their answer at once
     */
    BackPressure(int most) {
        room = new Semaphore(most);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        MethodDescriptor<Q, A> method = call.getMethodDescriptor();
        if (ALWAYS_TAKEN.contains(String.valueOf(method.getBareMethodName()))) {
            return next.startCall(call, headers);
        }
        if (!room.tryAcquire()) {
            call.close(
                    Status.RESOURCE_EXHAUSTED.withDescription(
                            "Expected to handle the command, but too many wait for their answer already."),
                    new Metadata());
            return new ServerCall.Listener<>() {};
        }
        AtomicBoolean left = new AtomicBoolean();
        Runnable leave = () -> {
            if (left.compareAndSet(false, true)) {
                room.release();
            }
        };
        ServerCall<Q, A> counted = new ForwardingServerCall.SimpleForwardingServerCall<>(call) {
            @Override
            public void close(Status status, Metadata trailers) {
                leave.run();
                super.close(status, trailers);
            }
        };
        return new CountedListener<>(next.startCall(counted, headers), leave);
    }

    /** Notices callers that go away without an answer. */
    private static final class CountedListener<Q>
            extends ForwardingServerCallListener.SimpleForwardingServerCallListener<Q> {

        private final Runnable leave;

        CountedListener(ServerCall.Listener<Q> listener, Runnable leave) {
            super(listener);
            this.leave = leave;
        }

        @Override
        public void onCancel() {
            leave.run();
            super.onCancel();
        }
    }
}
