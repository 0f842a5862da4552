package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.customer.space.NoSuchSpace;
import io.rocketbots.onboarding.customer.space.SpaceRefused;
import io.rocketbots.onboarding.web.problem.ApiProblem;
import io.rocketbots.onboarding.web.problem.Problem;
import io.rocketbots.onboarding.web.problem.ProblemType;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Makes problems of what use cases refuse and of bodies that cannot be read; asked before what answers pages. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    @ExceptionHandler
    ResponseEntity<Problem> answer(ApiProblem refusal) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(
                        refusal.problem().status())
                .contentType(MediaType.parseMediaType(Problem.MEDIA_TYPE))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        Duration wait = refusal.retryAfter();
        if (wait != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        }
        return answer.body(refusal.problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(SpaceRefused refusal) {
        return answer(ApiProblem.of(ProblemType.CONFLICT, refusal.reason()));
    }

    /** Also what belongs to somebody else. */
    @ExceptionHandler(NoSuchSpace.class)
    ResponseEntity<Problem> missing() {
        return answer(ApiProblem.of(ProblemType.NOT_FOUND));
    }

    @ExceptionHandler({OptimisticLockingFailureException.class, DataIntegrityViolationException.class})
    ResponseEntity<Problem> overtaken() {
        return answer(ApiProblem.of(
                ProblemType.CONFLICT,
                "Somebody changed it in the same moment. Read it again and send your change again."));
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException fault) {
        if (fault.getCause() instanceof DatabindException mismatch
                && !mismatch.getPath().isEmpty()) {
            String why = mismatch instanceof UnrecognizedPropertyException
                    ? "There is no such field."
                    : "This is not a value of the kind that is documented.";
            return answer(ApiProblem.ofFields(Map.of(pathOf(mismatch), why)));
        }
        return answer(ApiProblem.of(ProblemType.INVALID_REQUEST, "The body is not the JSON that is documented."));
    }

    private static String pathOf(DatabindException mismatch) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : mismatch.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
