package io.rocketbots.onboarding.architecture.bad.alpha;

import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a connection while the transaction around it, or its own first query, holds one. */
@NoRepositoryBean
interface Hoards extends Repository<String, String> {

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void hoard();
}
