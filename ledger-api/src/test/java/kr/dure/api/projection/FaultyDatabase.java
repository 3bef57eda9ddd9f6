package kr.dure.api.projection;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A database whose connection breaks once: before or after a certain statement or commit was done. */
final class FaultyDatabase {
    private final DataSource database;
    private final int at;
    private final boolean afterwards;
    private int calls;

    FaultyDatabase(DataSource database, int at, boolean afterwards) {
        this.database = database;
        this.at = at;
        this.afterwards = afterwards;
    }

    /** Whether it has broken. */
    synchronized boolean hasBroken() {
        return calls >= at;
    }

    DataSource asDataSource() {
        return wrapped(DataSource.class, database);
    }

    private <T> T wrapped(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = call(real, method, arguments);
                    if (method.getName().equals("unwrap")) {
                        return result; // what is copied in goes by the driver's own interface
                    }
                    return switch (result) {
                        case Connection connection -> wrapped(Connection.class, connection);
                        case PreparedStatement statement -> wrapped(PreparedStatement.class, statement);
                        case Statement statement -> wrapped(Statement.class, statement);
                        case null, default -> result;
                    };
                }));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        boolean counts = method.getName().matches("execute.*|commit|unwrap");
        boolean breaks = counts && next();
        if (breaks && !afterwards) {
            throw broken();
        }
        try {
            Object result = method.invoke(real, arguments);
            if (breaks) {
                throw broken();
            }
            return result;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private synchronized boolean next() {
        return ++calls == at;
    }

    private static SQLException broken() {
        return new SQLException("the connection is gone", "08006");
    }
}
