package io.rocketbots.onboarding.application;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

/** All questions the team asked. */
public interface Questions extends ListCrudRepository<Question, Question.QuestionId> {

    List<Question> findByApplicationIdOrderByRound(ApplicationId application);

    Optional<Question> findByApplicationIdAndRound(ApplicationId application, int round);
}
