package org.kaiyuan.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads from PostgreSQL's own log which statements a request sends, so that nobody has to copy them. */
final class StatementTap {
    private static final Pattern STATEMENT =
            Pattern.compile("LOG: {2}(?:execute [^:]*|statement): (.*)", Pattern.DOTALL);
    private static final Pattern ENTRY = Pattern.compile("(?m)^(?=\\d{4}-\\d{2}-\\d{2} )");
    private static final Pattern PARAMETER =
            Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']++|'')*+')");

    private final Path log;

    StatementTap(Path log) {
        this.log = log;
    }

    interface Request {
        void send() throws Exception;
    }

    /** The statements on schema {@code enterprises}, their parameters filled in. */
    List<String> during(Connection asSuperuser, Request request) throws Exception {
        return during(asSuperuser, "enterprises", request);
    }

    /** The statements on one schema, their parameters filled in. */
    List<String> during(Connection asSuperuser, String schema, Request request) throws Exception {
        say(asSuperuser, "all");
        long from = Files.size(log);
        request.send();
        say(asSuperuser, "none");
        var statements = new ArrayList<String>();
        var entries = ENTRY.split(since(from));
        for (int i = 0; i < entries.length; i++) {
            var statement = STATEMENT.matcher(entries[i].strip());
            if (statement.find() && statement.group(1).contains(schema + ".")) {
                statements.add(
                        filled(statement.group(1), i + 1 < entries.length ? entries[i + 1] : ""));
            }
        }
        return statements;
    }

    private static void say(Connection asSuperuser, String what) throws SQLException {
        asSuperuser.setAutoCommit(true);
        try (var statement = asSuperuser.createStatement()) {
            statement.execute("alter system set log_statement = '" + what + "'");
            statement.execute("select pg_reload_conf()");
            statement.execute(
                    "select pg_sleep(0.3)"); // every back end reads it at its next command
        }
    }

    private String since(long from) throws IOException {
        var all = Files.readAllBytes(log);
        return new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
    }

    private static String filled(String statement, String next) {
        Map<Integer, String> parameters = new TreeMap<>((a, b) -> b - a);
        if (next.contains("DETAIL:")) {
            var parameter = PARAMETER.matcher(next);
            while (parameter.find()) {
                parameters.put(Integer.valueOf(parameter.group(1)), parameter.group(2));
            }
        }
        var filled = statement;
        for (var parameter : parameters.entrySet()) {
            filled = filled.replace("$" + parameter.getKey(), parameter.getValue());
        }
        return filled;
    }
}
