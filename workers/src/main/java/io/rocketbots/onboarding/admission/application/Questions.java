package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.QuestionId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** All questions the team asked. */
@Transactional(readOnly = true)
public interface Questions extends ListCrudRepository<Question, QuestionId> {

    List<Question> findByApplicationIdOrderByRound(ApplicationId application);

    Optional<Question> findByApplicationIdAndRound(ApplicationId application, int round);
}
