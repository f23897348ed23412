package org.kaiyuan.platform.tenancy;

/**
 * A tenant: a zone's management committee or operating company.
 *
 * <p>A compact number, because it leads every key and index; what people see is the tenant's code.
 *
 * @param value more than 0
 */
public record TenantId(long value) implements java.io.Serializable {
    public TenantId {
        if (value <= 0) {
            throw new IllegalArgumentException("A tenant id is more than 0, not " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
