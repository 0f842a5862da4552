package io.rocketbots.onboarding.web.problem;

import java.io.Serial;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends a call to the API with a problem. */
public final class ApiProblem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient @Nullable Duration retryAfter;

    private ApiProblem(Problem problem, @Nullable Duration retryAfter) {
        super(problem.detail());
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    public static ApiProblem of(ProblemType type) {
        return new ApiProblem(Problem.of(type), null);
    }

    /** With a sentence of its own. */
    public static ApiProblem of(ProblemType type, String detail) {
        return new ApiProblem(Problem.of(type, detail), null);
    }

    /** It may be tried again after that time. */
    public static ApiProblem retryAfter(ProblemType type, Duration wait) {
        return new ApiProblem(Problem.of(type), wait);
    }

    /** A sentence by field name. */
    public static ApiProblem ofFields(Map<String, String> faults) {
        return new ApiProblem(Problem.ofFields(faults), null);
    }

    public Problem problem() {
        return problem;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
