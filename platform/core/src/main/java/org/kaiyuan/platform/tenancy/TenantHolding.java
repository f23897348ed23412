package org.kaiyuan.platform.tenancy;

import java.io.IOException;

/**
 * What a room holds of a tenant outside the tables with {@code tenant_id}: documents, files, lines of a global
 * register. Each room declares its own as a bean, so that an export is whole and a deletion leaves nothing.
 *
 * <p>Both run as the system with the tenant current and without a transaction.
 */
public interface TenantHolding {
    /** A short name of a–z and hyphen, such as {@code search-documents}: it stands in the manifest and the certificate. */
    String name();

    /** Puts it into the archive; what can be made anew from the rest (an index) or is a secret stays out. */
    default void export(ExportSink sink) throws IOException {}

    /**
     * Removes all of it, besides lines of tables, which the deletion itself removes. It may be begun again after a crash and then goes on; nothing to remove is no fault.
     *
     * @return how many things were removed this time
     */
    default long remove() {
        return 0;
    }
}
