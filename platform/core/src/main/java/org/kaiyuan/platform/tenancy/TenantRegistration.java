package org.kaiyuan.platform.tenancy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
    private static final Pattern DIVISION = Pattern.compile("[0-9]{2,12}");
    private static final int MOST_DIVISIONS = 50;

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

    /**
     * What the register says of a tenant.
     *
     * @param divisions codes of 2 to 12 digits; trailing pairs of zeros are dropped
     * @param modules words of the modules that are switched on; null for all
     */
    public record Description(
            String name,
            TenantKind kind,
            String levelType,
            @Nullable String city,
            List<String> divisions,
            @Nullable Set<String> modules) {}

    /** Takes a zone into the register that is still to be set up; who may do that is checked by who asks. */
    public TenantId begin(String code, Description description) {
        refuseTaken(code);
        var checked = checked(description);
        var id =
                register(
                        code,
                        checked.name(),
                        checked.kind(),
                        checked.levelType(),
                        checked.city(),
                        false);
        jdbc.sql(
                        "update tenancy.tenant set state = 'SETTING_UP', divisions = ?, modules = ? where id = ?")
                .param(array(checked.divisions()))
                .param(array(checked.modules()))
                .param(id.value())
                .update();
        return id;
    }

    /**
     * Says something else of it; who may do that is checked by who asks.
     *
     * @throws TenantChangedMeanwhile when it is no longer as the person saw it
     */
    public void describe(TenantRow tenant, long basedOn, Description description) {
        var checked = checked(description);
        int changed =
                jdbc.sql(
                                """
                                update tenancy.tenant set name = ?, kind = ?, level_type = ?, city = ?, divisions = ?,
                                       modules = ?, version = version + 1
                                where id = ? and version = ?\
                                """)
                        .param(checked.name())
                        .param(checked.kind().name())
                        .param(checked.levelType())
                        .param(checked.city())
                        .param(array(checked.divisions()))
                        .param(array(checked.modules()))
                        .param(tenant.id().value())
                        .param(basedOn)
                        .update();
        if (changed == 0) {
            throw new TenantChangedMeanwhile(tenant.name());
        }
    }

    /**
     * Moves it on in its life; who may do that is checked by who asks.
     *
     * @throws TenantStateRefused when its life does not go that way
     */
    public void become(TenantRow tenant, TenantState next, @Nullable String reason) {
        if (!tenant.state().mayBecome(next)) {
            throw new TenantStateRefused(tenant.name(), tenant.state(), next);
        }
        jdbc.sql(
                        "update tenancy.tenant set state = ?, state_reason = ?, version = version + 1 where id = ?")
                .param(next.name())
                .param(reason)
                .param(tenant.id().value())
                .update();
    }

    /**
     * Holds the code until the transaction ends: of two who want it at once, the second finds it taken.
     *
     * @return whether a tenant has it
     */
    public boolean isTaken(String code) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tenancy.tenant ' || ?, 0))")
                .param(code)
                .query((row, number) -> true)
                .single();
        return jdbc.sql("select exists (select from tenancy.tenant where code = ?)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    private void refuseTaken(String code) {
        if (isTaken(code)) {
            throw new TenantFieldRefused("tenancy.refusal.taken", code);
        }
    }

    private static Description checked(Description said) {
        if (said.name().isBlank() || said.name().length() > 100) {
            throw new TenantFieldRefused("tenancy.refusal.name");
        }
        if (said.levelType().isBlank() || said.levelType().length() > 40) {
            throw new TenantFieldRefused("tenancy.refusal.level");
        }
        var divisions = new TreeSet<String>();
        for (var division : said.divisions()) {
            if (!DIVISION.matcher(division.strip()).matches()) {
                throw new TenantFieldRefused("tenancy.refusal.division", division);
            }
            divisions.add(withoutZeros(division.strip()));
        }
        if (divisions.size() > MOST_DIVISIONS) {
            throw new TenantFieldRefused("tenancy.refusal.divisions", MOST_DIVISIONS);
        }
        var city = said.city();
        return new Description(
                said.name().strip(),
                said.kind(),
                said.levelType().strip(),
                city == null || city.isBlank() ? null : city.strip(),
                List.copyOf(divisions),
                said.modules());
    }

    /** 510000 is written for 51, 510600 for 5106. */
    private static String withoutZeros(String division) {
        var code = division;
        while (code.length() > 2 && code.length() % 2 == 0 && code.endsWith("00")) {
            code = code.substring(0, code.length() - 2);
        }
        return code;
    }

    private static String @Nullable [] array(@Nullable Collection<String> words) {
        return words == null ? null : words.stream().sorted().toArray(String[]::new);
    }
}
