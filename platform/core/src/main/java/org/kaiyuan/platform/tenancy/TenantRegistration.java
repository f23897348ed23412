package org.kaiyuan.platform.tenancy;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a zone onto the platform. Adds a row, never a table. */
@Service
@Transactional
public class TenantRegistration {
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final JdbcClient jdbc;

    TenantRegistration(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Registers the tenant, or finds the one that has the code already.
     *
     * @param code 2 to 40 of a–z, 0–9 and hyphen, beginning with a letter
     * @throws TenantCodeRefused when the code is not of that form
     */
    public TenantId register(
            String code,
            String name,
            TenantKind kind,
            String levelType,
            @Nullable String city,
            boolean demo) {
        if (!CODE.matcher(code).matches()) {
            throw new TenantCodeRefused(code);
        }
        jdbc.sql(
                        """
                        insert into tenancy.tenant (code, name, kind, level_type, city, demo)
                        values (?, ?, ?, ?, ?, ?) on conflict (code) do nothing\
                        """)
                .param(code)
                .param(name)
                .param(kind.name())
                .param(levelType)
                .param(city)
                .param(demo)
                .update();
        var id =
                jdbc.sql("select id from tenancy.tenant where code = ?")
                        .param(code)
                        .query(Long.class)
                        .single();
        return new TenantId(id);
    }
}
