import { BaseModel, column } from '@adonisjs/lucid/orm';

export default class Parcel extends BaseModel {
  @column({ isPrimary: true })
  declare id: string;
}
