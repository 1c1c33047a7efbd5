import psycopg

connection = psycopg.connect()


def save_reading(meter, kwh):
    connection.execute("insert into readings (meter, kwh) values (%s, %s)", (meter, kwh))
    connection.commit()
