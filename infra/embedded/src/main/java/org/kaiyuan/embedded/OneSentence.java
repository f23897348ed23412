package org.kaiyuan.embedded;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the start failed in one line, where Spring Boot's own reporter, silenced by its log level, takes eleven. */
class OneSentence implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis why) {
        var action = why.getAction();
        System.err.println(
                (why.getDescription() + (action == null ? "" : " " + action))
                        .replaceAll("\\s+", " ")
                        .strip());
    }
}
