package io.rocketbots.onboarding.web.submission;

import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:presses;MODE=PostgreSQL;DB_CLOSE_DELAY=-1")
class EveryPressOnH2PageTest extends EveryPress {}
