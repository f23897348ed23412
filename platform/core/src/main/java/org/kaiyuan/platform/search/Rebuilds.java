package org.kaiyuan.platform.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.persistence.UuidV7;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of rebuilds, so that every node can tell of one and stop it. */
class Rebuilds {
    private final JdbcClient jdbc;

    Rebuilds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID begin(String word, long total) {
        jdbc.sql(
                        "update search.rebuild set state = 'FAILED', reason = 'the node ended', finished_at = now()"
                                + " where word = ? and state = 'RUNNING'")
                .param(word)
                .update();
        var id = UuidV7.next();
        jdbc.sql("insert into search.rebuild (id, word, total) values (?, ?, ?)")
                .params(id, word, total)
                .update();
        return id;
    }

    /** @return false when someone has asked to stop */
    boolean progress(UUID id, long done) {
        return !jdbc.sql(
                        "update search.rebuild set done = ? where id = ? returning cancel_requested")
                .params(done, id)
                .query(Boolean.class)
                .single();
    }

    void end(UUID id, RebuildState state, @Nullable String reason) {
        jdbc.sql(
                        "update search.rebuild set state = ?, reason = ?, finished_at = now() where id = ?")
                .param(1, state.name())
                .param(2, reason)
                .param(3, id)
                .update();
    }

    void cancel(String word) {
        jdbc.sql(
                        "update search.rebuild set cancel_requested = true where word = ? and state = 'RUNNING'")
                .param(word)
                .update();
    }

    Optional<RebuildProgress> last(String word) {
        return jdbc.sql(
                        "select id, word, state, done, total, started_at, finished_at, reason from search.rebuild"
                                + " where word = ? order by id desc limit 1")
                .param(word)
                .query(Rebuilds::row)
                .optional();
    }

    List<RebuildProgress> lastOnes(int limit) {
        return jdbc.sql(
                        "select id, word, state, done, total, started_at, finished_at, reason from search.rebuild"
                                + " order by id desc limit ?")
                .param(limit)
                .query(Rebuilds::row)
                .list();
    }

    private static RebuildProgress row(ResultSet row, int number) throws SQLException {
        Timestamp finished = row.getTimestamp("finished_at");
        return new RebuildProgress(
                row.getObject("id", UUID.class),
                row.getString("word"),
                RebuildState.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                row.getTimestamp("started_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString("reason"));
    }
}
