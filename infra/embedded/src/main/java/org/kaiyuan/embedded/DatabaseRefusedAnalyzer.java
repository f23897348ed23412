package org.kaiyuan.embedded;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** An external PostgreSQL that does not answer, or does not let us in. */
class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<SQLException> {
    private static final String ROLES =
            "infra/deploy/postgresql/roles.sql makes database and roles.";

    private final Environment environment;

    DatabaseRefusedAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        var url = environment.getProperty("spring.datasource.url");
        var state = cause.getSQLState();
        if (url == null || state == null || state.length() != 5) {
            return null;
        }
        var at = "PostgreSQL at " + url.replaceFirst("\\?.*", "");
        var why = " (" + cause.getMessage() + ")";
        return switch (state.substring(0, 2)) {
            case "08" ->
                    new FailureAnalysis(
                            at + " does not answer" + why + ";",
                            "start it, or correct --postgres-url.",
                            cause);
            case "28" ->
                    new FailureAnalysis(
                            at + " does not let Kaiyuan in" + why + ";",
                            "check --postgres-user, --postgres-owner and their passwords in the environment; "
                                    + ROLES,
                            cause);
            case "3D" ->
                    new FailureAnalysis(at + " has no such database" + why + ";", ROLES, cause);
            case "42" ->
                    new FailureAnalysis(
                            at + " refuses what the owner role has to do" + why + ";",
                            ROLES,
                            cause);
            default -> null;
        };
    }
}
