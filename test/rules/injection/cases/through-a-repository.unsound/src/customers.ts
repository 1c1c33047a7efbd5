import mysql from 'mysql2/promise';

const pool = mysql.createPool(process.env.DATABASE_URL!);

export class Customers {
  private readonly table = 'customers';

  async rename({ id, name }: { id: string; name: string }): Promise<void> {
    const statement = ['UPDATE', this.table, 'SET name =', `"${name}"`, 'WHERE stripe_id = ?'].join(' ');
    await pool.execute(statement, [id]);
  }
}
