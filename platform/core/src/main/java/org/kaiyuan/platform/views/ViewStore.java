package org.kaiyuan.platform.views;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.kaiyuan.platform.audit.ChangeHistory;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.tenancy.CurrentTenant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps views in the table of one module, in the open transaction. It asks for no permission: the use cases of
 * the module do.
 */
public final class ViewStore<Q> implements KeptViews<Q> {
    /** Of one person. */
    public static final int MOST = 50;

    public static final int LONGEST_NAME = 60;

    private final JdbcTemplate jdbc;
    private final String table;
    private final Function<Q, String> written;
    private final Function<String, Q> read;

    /**
     * @param table a constant of the module, such as {@code leads.saved_view}
     * @param written the question as it is stored
     * @param read the question that was stored so
     */
    public ViewStore(
            JdbcTemplate jdbc,
            String table,
            Function<Q, String> written,
            Function<String, Q> read) {
        this.jdbc = jdbc;
        this.table = table;
        this.written = written;
        this.read = read;
    }

    @Override
    public List<SavedView<Q>> list() {
        var me = ChangeHistory.actor();
        return read("owner = ? or shared order by owner = ? desc, name, id limit 200", me, me);
    }

    @Override
    public SavedView<Q> get(UUID id) {
        return read("(owner = ? or shared) and id = ?", ChangeHistory.actor(), id).stream()
                .findFirst()
                .orElseThrow(UnknownView::new);
    }

    private List<SavedView<Q>> read(String which, Object... arguments) {
        var me = ChangeHistory.actor();
        return jdbc.query(
                "select id, name, shared, owner, owner_name, query from "
                        + table
                        + " where "
                        + which,
                (row, number) ->
                        new SavedView<>(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getBoolean("shared"),
                                row.getString("owner").equals(me),
                                row.getString("owner_name"),
                                read.apply(row.getString("query"))),
                arguments);
    }

    @Override
    public UUID save(String name, Q question, boolean shared) {
        CurrentTenant.refuseReadingOnly();
        var id =
                jdbc.queryForObject(
                        "insert into "
                                + table
                                + """
                                 (tenant_id, id, owner, owner_name, name, shared, query)
                                values (?, ?, ?, ?, ?, ?, ?)
                                on conflict (tenant_id, owner, name)
                                do update set owner_name = excluded.owner_name, shared = excluded.shared, query = excluded.query
                                returning id\
                                """,
                        UUID.class,
                        CurrentTenant.get().value(),
                        UuidV7.next(),
                        ChangeHistory.actor(),
                        ChangeHistory.actorName(),
                        checked(name),
                        shared,
                        written.apply(question));
        var own =
                jdbc.queryForObject(
                        "select count(*) from " + table + " where owner = ?",
                        Integer.class,
                        ChangeHistory.actor());
        if (own != null && own > MOST) {
            throw new ViewRefused("tooMany", MOST);
        }
        return Objects.requireNonNull(id);
    }

    @Override
    public void revise(UUID id, String name, Q question, boolean shared) {
        CurrentTenant.refuseReadingOnly();
        var text = checked(name);
        try {
            int changed =
                    jdbc.update(
                            "update "
                                    + table
                                    + " set name = ?, owner_name = ?, shared = ?, query = ?"
                                    + " where id = ? and owner = ?",
                            text,
                            ChangeHistory.actorName(),
                            shared,
                            written.apply(question),
                            id,
                            ChangeHistory.actor());
            if (changed == 0) {
                throw new UnknownView();
            }
        } catch (DuplicateKeyException taken) {
            throw new ViewNameTaken(text);
        }
    }

    private static String checked(String name) {
        var text = name.strip().replace("\u0000", "");
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new ViewRefused("name", LONGEST_NAME);
        }
        return text;
    }

    @Override
    public void remove(UUID id) {
        CurrentTenant.refuseReadingOnly();
        int gone =
                jdbc.update(
                        "delete from " + table + " where id = ? and owner = ?",
                        id,
                        ChangeHistory.actor());
        if (gone == 0) {
            throw new UnknownView();
        }
    }
}
